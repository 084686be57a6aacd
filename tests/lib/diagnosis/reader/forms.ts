/** One error in the many forms in which people paste it. `error` and `description` are the only words of the server in it. */

export interface Told {
	error: string;
	description: string;
}

type Form = (told: Told) => string;

const json = ({ error, description }: Told): string =>
	JSON.stringify({ error, error_description: description });
const form = ({ error, description }: Told): string =>
	new URLSearchParams({ error, error_description: description }).toString();
const base64 = (text: string): string => Buffer.from(text).toString('base64');
const indented = (text: string): string => JSON.stringify(JSON.parse(text), undefined, 2);
const quote = (text: string): string => JSON.stringify(text);
/** In single quotes, as JavaScript, Python and PHP print a text. */
const single = (text: string): string => (text.includes("'") ? quote(text) : `'${text}'`);

const started = '2026-03-02T10:15:29.880Z INFO  [main] Started in 3.2 seconds';
const ended = '2026-03-02T10:15:33.001Z DEBUG [main] Response written';

export const forms: Record<string, Form> = {
	'a JSON body': json,
	'a JSON body with white space': (told) => indented(json(told)),
	'a JSON body in a code fence': (told) =>
		`It says:\n\n\`\`\`json\n${indented(json(told))}\n\`\`\`\n\nWhat is this?`,
	'JSON inside of JSON': (told) =>
		JSON.stringify({ url: 'https://id.example/token', status: 400, body: json(told) }),
	'JSON that is cut off': (told) => `${json(told).slice(0, -2)}`,
	'JSON with smart quotes': (told) => json(told).replace(/"([^"]*)"/g, '“$1”'),
	'a callback': (told) => `https://app.example/callback?${form(told)}&state=x1`,
	'a callback with a fragment': (told) => `https://app.example/callback#${form(told)}&state=x1`,
	'a callback among words': (told) =>
		`Request URL: https://app.example/callback?${form(told)}&state=x1\nRequest Method: GET\nStatus Code: 302 Found`,
	'a form body': form,
	'a callback that is encoded': (told) =>
		`https://app.example/login?next=${encodeURIComponent(`https://app.example/callback?${form(told)}`)}`,
	'a callback that is encoded twice': (told) =>
		`GET /x?u=${encodeURIComponent(encodeURIComponent(`https://app.example/callback?${form(told)}`))} 302`,
	'a chain of redirects': (told) =>
		[
			'302 https://id.example/authorize?client_id=a&response_type=code&state=x1',
			'302 https://id.example/login?continue=1',
			`302 https://app.example/callback?${form(told)}&state=x1`,
			'200 https://app.example/sign-in'
		].join('\n'),
	'a response': (told) => `HTTP/1.1 400 Bad Request\nContent-Type: application/json\n\n${json(told)}`,
	'curl --verbose': (told) =>
		[
			'* Connected to id.example (203.0.113.1) port 443',
			'> POST /token HTTP/1.1',
			'> Host: id.example',
			'> Accept: */*',
			'> Content-Type: application/x-www-form-urlencoded',
			'>',
			'* upload completely sent off: 120 bytes',
			'< HTTP/1.1 400 Bad Request',
			'< content-type: application/json',
			'<',
			json(told),
			'* Connection #0 to host id.example left intact'
		].join('\n'),
	'a challenge': ({ error, description }) =>
		`HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer realm="api", error="${error}", error_description=${quote(description)}\n\n`,
	'a log in JSON': (told) =>
		[
			{ level: 'info', time: 1, msg: 'listening on port 3000' },
			{
				level: 'error',
				time: 2,
				msg: 'callback failed',
				err: { message: told.description, error: told.error }
			},
			{ level: 'info', time: 3, msg: 'GET /health 200' }
		]
			.map((line) => JSON.stringify(line))
			.join('\n'),
	'a log in JSON with the body as text': (told) =>
		JSON.stringify({
			severity: 'ERROR',
			timestamp: '2026-03-02T10:15:30Z',
			message: `token endpoint returned 400: ${json(told)}`,
			logger: 'auth'
		}),
	'a structured log of diagnostics': ({ error, description }) =>
		JSON.stringify({
			'@timestamp': '2026-03-02T10:15:30Z',
			log: { level: 'error' },
			error: { code: error, message: description }
		}),
	logfmt: (told) =>
		`time=2026-03-02T10:15:30Z level=info msg="started"\ntime=2026-03-02T10:15:31Z level=error msg="code exchange failed" error=${quote(`oauth2: ${quote(told.error)} ${quote(told.description)}`)}\ntime=2026-03-02T10:15:32Z level=info msg="request done" status=502`,
	'logfmt with the body as text': (told) =>
		`level=error msg="exchange failed" request_id=195f174dcfa41ff3 error=${quote(`token endpoint returned 400: ${json(told)}`)}`,
	'a log of Spring': (told) =>
		`${started}\n2026-03-02 10:15:30.123 ERROR 1 --- [nio-8080-exec-4] o.s.s.oauth2.client.LoginFilter : [${told.error}] ${told.description}\n${ended}`,
	'a log of nginx': (told) =>
		`2026/03/02 10:15:30 [error] 31#31: *7 [lua] openidc.lua:1379: authenticate(): ${told.error}: ${told.description}, client: 203.0.113.7, server: app.example, request: "GET /callback HTTP/1.1", host: "app.example"`,
	'a log of Apache': (told) =>
		`[Mon Mar 02 10:15:30.123456 2026] [auth_openidc:error] [pid 31:tid 1402] [client 203.0.113.7:51000] oidc_util_json_string_print: response contained an "error" entry with value: ${quote(told.error)}, error_description: ${quote(told.description)}`,
	'a log of a container': (told) =>
		`web-1  | ${started}\nauth-1 | 2026-03-02T10:15:30.123Z ERROR ${told.error}: ${told.description}\nweb-1  | ${ended}`,
	'a log of syslog': (told) =>
		`Mar  2 10:15:29 host app[812]: started\nMar  2 10:15:30 host app[812]: error: ${told.error}: ${told.description}\nMar  2 10:15:31 host app[812]: done`,
	'a log of Kubernetes': (told) =>
		`I0302 10:15:29.000000       1 main.go:11] starting\nE0302 10:15:30.123456       1 oauth.go:88] exchange: ${told.error}: ${told.description}`,
	'a log of Python': (told) =>
		`INFO:root:start\n2026-03-02 10:15:30,123 - authlib - ERROR - ${told.error}: ${told.description}\nINFO:root:end`,
	'a log of .NET': (told) =>
		`info: Microsoft.Hosting.Lifetime[14]\n      Now listening on: http://localhost:5000\nfail: Microsoft.AspNetCore.Authentication.OpenIdConnect.OpenIdConnectHandler[17]\n      Exception occurred while processing message: Message contains error: '${told.error}', error_description: '${told.description}', error_uri: 'error_uri is null'.`,
	'an event of Keycloak': (told) =>
		`2026-03-02 10:15:30,123 WARN  [org.keycloak.events] (executor-thread-27) type="CODE_TO_TOKEN_ERROR", realmId="a", clientId="app", ipAddress="192.0.2.1", error="${told.error}", reason=${quote(told.description)}, grant_type="authorization_code"`,
	'an object of Node': ({ error, description }) =>
		`GetAccessTokenError\n    at fetchToken (/app/node_modules/client/index.js:12:3) {\n  error: ${single(error)},\n  error_description: ${single(description)},\n  statusCode: 400\n}`,
	'a cause of Node': ({ error, description }) =>
		`TypeError: fetch failed\n    at node:internal/deps/undici:12:3\n  [cause]: OAuthError: ${error}: ${description}\n      at f (/app/x.js:1:2)`,
	'a dictionary of Python': ({ error, description }) =>
		`Traceback (most recent call last):\n  File "/app/main.py", line 12, in login\n    token = client.fetch()\nValueError: {'error': ${single(error)}, 'error_description': ${single(description)}, 'correlation': None}`,
	'an error of Python': ({ error, description }) =>
		`Traceback (most recent call last):\n  File "/app/a.py", line 3, in f\n    g()\nKeyError: 'access_token'\n\nDuring handling of the above exception, another exception occurred:\n\nTraceback (most recent call last):\n  File "/app/main.py", line 12, in login\n    token = client.fetch()\noauthlib.oauth2.rfc6749.errors.CustomOAuth2Error: (${error}) ${description}`,
	'causes of Java': ({ error, description }) =>
		`jakarta.servlet.ServletException: Login failed\n\tat a.b.C.doFilter(C.java:12)\n\tat a.b.D.run(D.java:1)\nCaused by: a.b.OAuth2AuthenticationException: [${error}] ${description}\n\tat a.b.E.f(E.java:3)\n\t... 40 more`,
	'causes of .NET': ({ error, description }) =>
		`System.Exception: An error was encountered while handling the remote login. ---> OpenIdConnectProtocolException: Message contains error: '${error}', error_description: '${description}'\n   at Handler.RedeemAsync()\n   --- End of inner exception stack trace ---\n   at Handler.HandleAsync()`,
	'a hash of Ruby': ({ error, description }) =>
		`OAuth2::Error: {"error"=>${quote(error)}, "error_description"=>${quote(description)}}\n/usr/lib/ruby/oauth2/client.rb:12:in 'request'`,
	'symbols of Ruby': ({ error, description }) =>
		`{:error=>${quote(error)}, :error_description=>${quote(description)}}`,
	'an array of PHP': ({ error, description }) =>
		`Array\n(\n    [error] => ${error}\n    [error_description] => ${description}\n)`,
	'a dump of PHP': ({ error, description }) =>
		`array(2) {\n  ["error"]=>\n  string(${error.length}) ${quote(error)}\n  ["error_description"]=>\n  string(${description.length}) ${quote(description)}\n}`,
	'an exception of PHP': (told) =>
		`PHP Fatal error:  Uncaught GuzzleHttp\\Exception\\ClientException: Client error: \`POST https://id.example/token\` resulted in a \`400 Bad Request\` response:\n${json(told)}\n in /var/www/vendor/RequestException.php:113\nStack trace:\n#0 /var/www/a.php(12): f()\n#1 {main}`,
	'a structure of Go': ({ error, description }) =>
		`response: {AccessToken: TokenType: ExpiresIn:0 Error:${error} ErrorDescription:${description}}`,
	'a map of Go': ({ error, description }) => `map[error:${error} error_description:${description}]`,
	'an error of Go': (told) =>
		`2026/03/02 10:15:30 oauth2: cannot fetch token: 400 Bad Request\nResponse: ${json(told)}`,
	'a map of Java': ({ error, description }) =>
		`OAuth error: {error=${error}, error_description=${description}}`,
	'a structure of Rust': ({ error, description }) =>
		`ServerResponse(StandardErrorResponse { error: ${quote(error)}, error_description: Some(${quote(description)}), error_uri: None })`,
	'a map of Elixir': ({ error, description }) =>
		`[error] oidc failed: %{"error" => ${quote(error)}, "error_description" => ${quote(description)}}`,
	'lines with names': ({ error, description }) => `error: ${error}\nerror_description: ${description}`,
	'lines as pages have them': ({ error, description }) =>
		`Sorry, something is wrong.\n\nError: ${error}\nDescription: ${description}\n\nGo back`,
	XML: ({ error, description }) =>
		`<?xml version="1.0"?><response><error>${error}</error><error_description>${description}</error_description></response>`,
	'a fault of SOAP': (told) =>
		`<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Reason><s:Text xml:lang="en">${told.error}: ${told.description}</s:Text></s:Reason></s:Fault></s:Body></s:Envelope>`,
	'a page': (told) =>
		`<!doctype html><html><head><title>Sign in</title><style>p { color: red }</style></head><body><nav><a href="/">Home</a></nav><h1>Sorry</h1><p>${told.error}</p><p>${told.description}</p></body></html>`,
	'a message of the console': (told) =>
		`main.js:12 loading\nvendor.js:2047 Uncaught (in promise) OAuthError: ${told.error}: ${told.description}\n    at f (vendor.js:2047)\n    at g (main.js:12)`,
	'a request in the console': (told) =>
		`POST https://id.example/oauth2/token 400 (Bad Request)\nrequester.js:17 error: [status=400] {code: 'oidc.${told.error}', error: ${single(told.error)}, error_description: ${single(told.description)}} (hook.js:608)`,
	base64: (told) => base64(json(told)),
	'base64 in a parameter': (told) =>
		`https://app.example/failed?details=${encodeURIComponent(base64(json(told)))}`,
	'a JWT': (told) =>
		`https://app.example/callback?response=${[{ alg: 'RS256' }, { iss: 'https://id.example', error: told.error, error_description: told.description }].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url')).join('.')}.c2ln`,
	'percent-encoded': (told) => encodeURIComponent(json(told)),
	'percent-encoded twice': (told) => encodeURIComponent(encodeURIComponent(json(told))),
	'a string of a program': (told) => quote(`Client error: POST resulted in a 400 response:\n${json(told)}\n`),
	'a mail': (told) =>
		`Hello,\n\nsince the update nobody can sign in any more. We changed nothing.\n\n> On Monday Ann wrote:\n> The log says\n> ${told.error}: ${told.description}\n>\n> Can you look?\n\nKind regards\nBob`,
	'a mail with quoted JSON': (told) =>
		`Hi,\nsee below.\n\n${indented(json(told)).replace(/^/gm, '> ')}\n\nThanks`,
	'a photographed page': ({ error, description }) =>
		`${error.replaceAll('_', ' _ ')}\n${description.replace(/ /g, '  ').replace(/(.{30,40}) /g, '$1\n')}`,
	'a table of a ticket': ({ error, description }) =>
		`| error | ${error} |\n| error_description | ${description} |`
};
