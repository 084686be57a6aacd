import type { StepId } from '$lib/lexicon/steps';
import type { HttpRequest } from '$lib/wire/http';
import { headerOf } from '$lib/wire/http';
import { javaLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const className = (step: StepId): string => `${step.slice(0, 1).toUpperCase()}${step.slice(1)}`;

const shifted = (lines: readonly string[]): string =>
	lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n');

const program = (step: StepId, uses: readonly string[], main: string, lines: readonly string[]): string =>
	`${uses.map((name) => `using ${name};\n`).join('')}
class ${className(step)}
{
    public static ${main}
    {
${shifted(lines)}
    }
}
`;

const run = 'void Main()';

function contentOf(request: HttpRequest): string[] {
	const form = formOf(request);
	const type = headerOf(request.headers, 'content-type');
	const typed =
		type === undefined
			? []
			: [`    request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(${text(type)});`];
	if (form)
		return [
			'    request.Content = new FormUrlEncodedContent(new[]',
			'    {',
			...form.map(
				([name, value]) => `        new KeyValuePair<string, string>(${text(name)}, ${text(value)}),`
			),
			'    });',
			...typed
		];
	if (request.body === undefined) return [];
	return [`    request.Content = new StringContent(${text(request.body)});`, ...typed];
}

function send(step: StepId, request: HttpRequest): string {
	const form = formOf(request);
	return program(
		step,
		[
			'System',
			...(form ? ['System.Collections.Generic'] : []),
			'System.Net.Http',
			...(request.body === undefined ? [] : ['System.Net.Http.Headers']),
			'System.Threading.Tasks'
		],
		'async Task Main()',
		[
			'using (var handler = new HttpClientHandler { AllowAutoRedirect = false })',
			'using (var client = new HttpClient(handler))',
			`using (var request = new HttpRequestMessage(new HttpMethod(${text(request.method)}), ${text(request.url)}))`,
			'{',
			...headersOf(request, 'content-type').map(
				([name, value]) => `    request.Headers.TryAddWithoutValidation(${text(name)}, ${text(value)});`
			),
			...contentOf(request),
			'    var answer = await client.SendAsync(request);',
			'    Console.WriteLine((int)answer.StatusCode);',
			'    Console.WriteLine(await answer.Content.ReadAsStringAsync());',
			'}'
		]
	);
}

const refuse = (words: string): string[] => [
	'{',
	`    Console.Error.WriteLine(${words});`,
	'    Environment.Exit(1);',
	'}'
];

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program('callback', ['System', 'System.Web'], run, [
		`var came = ${text(callbackUrl)};`,
		...(hasState ? [`var state = ${text(values.state.text)};`] : []),
		`var issuer = ${text(issuer)};`,
		'',
		"var query = came.Substring(came.IndexOf('?') + 1).Split('#')[0];",
		'var answer = HttpUtility.ParseQueryString(query);',
		hasState ? 'if (answer["state"] != state)' : 'if (answer["state"] != null)',
		...refuse(text(hasState ? refusals.state : refusals.unaskedState)),
		`if (${issuerInAnswer ? 'answer["iss"]' : '(answer["iss"] ?? issuer)'} != issuer)`,
		...refuse(text(refusals.issuer)),
		'if (answer["code"] == null)',
		...refuse(`${text(refusals.error)} + answer["error"]`),
		'Console.WriteLine(answer["code"]);'
	]);

const tokens = ({ values, hasNonce, jwksUri, clientId, issuer, signatures }: Scene): string =>
	program(
		'tokens',
		[
			'System',
			'System.Net.Http',
			'System.Threading.Tasks',
			'Microsoft.IdentityModel.JsonWebTokens',
			'Microsoft.IdentityModel.Tokens'
		],
		'async Task Main()',
		[
			`var idToken = ${text(values.id_token.text)};`,
			...(hasNonce ? [`var nonce = ${text(values.nonce.text)};`] : []),
			'',
			`var keys = await new HttpClient().GetStringAsync(${text(jwksUri ?? '')});`,
			'var result = await new JsonWebTokenHandler().ValidateTokenAsync(idToken, new TokenValidationParameters',
			'{',
			`    ValidIssuer = ${text(issuer)},`,
			`    ValidAudience = ${text(clientId)},`,
			`    ValidAlgorithms = new[] { ${signatures.map(text).join(', ')} },`,
			'    IssuerSigningKeys = new JsonWebKeySet(keys).GetSigningKeys(),',
			'});',
			'if (!result.IsValid)',
			'    throw result.Exception;',
			'var token = (JsonWebToken)result.SecurityToken;',
			'if (!result.Claims.ContainsKey("sub") || !result.Claims.ContainsKey("iat"))',
			...refuse(text(refusals.claims)),
			...(hasNonce
				? [
						'if (!result.Claims.TryGetValue("nonce", out var found) || !nonce.Equals(found))',
						...refuse(text(refusals.nonce))
					]
				: []),
			'Console.WriteLine(Base64UrlEncoder.Decode(token.EncodedPayload));'
		]
	);

export const csharp: Language = {
	id: 'csharp',
	file: (step) => `${className(step)}.cs`,
	install: { tokens: 'dotnet add package Microsoft.IdentityModel.JsonWebTokens' },
	steps: {
		configure: ({ requests }) => send('configure', requests.configure),
		verifier: () =>
			program('verifier', ['System', 'System.Security.Cryptography'], run, [
				'// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
				'var octets = new byte[32];',
				'using (var random = RandomNumberGenerator.Create())',
				'    random.GetBytes(octets);',
				'Console.WriteLine(',
				`    Convert.ToBase64String(octets).TrimEnd('=').Replace('+', '-').Replace('/', '_'));`
			]),
		challenge: ({ values: { verifier } }) =>
			program('challenge', ['System', 'System.Security.Cryptography', 'System.Text'], run, [
				`var verifier = ${text(verifier.text)};`,
				'',
				'// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)',
				'byte[] digest;',
				'using (var sha256 = SHA256.Create())',
				'    digest = sha256.ComputeHash(Encoding.ASCII.GetBytes(verifier));',
				'Console.WriteLine(',
				`    Convert.ToBase64String(digest).TrimEnd('=').Replace('+', '-').Replace('/', '_'));`
			]),
		authorize: (scene) =>
			program('authorize', ['System'], run, [
				'var query = string.Join("&", new[]',
				'{',
				...scene.authorization.map(
					([name, value]) =>
						`    Uri.EscapeDataString(${text(name)}) + "=" + Uri.EscapeDataString(${text(value)}),`
				),
				'});',
				`Console.WriteLine(${text(authorizationStart(scene))} + query);`
			]),
		callback,
		exchange: ({ requests }) => send('exchange', requests.exchange),
		tokens,
		call: ({ requests }) => send('call', requests.call),
		renew: ({ requests }) => send('renew', requests.renew)
	},
	traps: usualTraps
};
