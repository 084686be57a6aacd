import type { Pair } from '$lib/wire/form';
import type { HttpRequest } from '$lib/wire/http';
import { objectiveCLiteral as text } from '../literals';
import { authorizationStart, formOf, headersOf, strictAddress } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language } from '../snippet';

const program = (imports: readonly string[], lines: readonly string[], functions = ''): string =>
	`${imports.map((name) => `#import <${name}>\n`).join('')}
${functions}int main(void) {
    @autoreleasepool {
${lines.map((line) => (line === '' ? '' : `        ${line}`)).join('\n')}
    }
    return 0;
}
`;

const foundation = 'Foundation/Foundation.h';

const print = (what: string): string => `printf("%s\\n", ${what}.UTF8String);`;

/** What is no unreserved character is encoded, also a `+`. */
const fieldFunction = `static NSString *field(NSString *name, NSString *value) {
    NSCharacterSet *unreserved = [NSCharacterSet characterSetWithCharactersInString:
        @"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"];
    return [NSString stringWithFormat:@"%@=%@",
        [name stringByAddingPercentEncodingWithAllowedCharacters:unreserved],
        [value stringByAddingPercentEncodingWithAllowedCharacters:unreserved]];
}

`;

const joined = (name: string, pairs: readonly Pair[]): string[] => [
	`NSString *${name} = [@[`,
	...pairs.map(([key, value]) => `    field(${text(key)}, ${text(value)}),`),
	'] componentsJoinedByString:@"&"];'
];

/** A redirect would take the message, with all that is in it, to another address. */
const staying = `@interface Staying : NSObject <NSURLSessionTaskDelegate>
@end

@implementation Staying
- (void)URLSession:(NSURLSession *)session
                          task:(NSURLSessionTask *)task
    willPerformHTTPRedirection:(NSHTTPURLResponse *)response
                    newRequest:(NSURLRequest *)request
             completionHandler:(void (^)(NSURLRequest *))completionHandler {
    completionHandler(nil);
}
@end

`;

function send(request: HttpRequest): string {
	const form = formOf(request);
	const body = form ? 'form' : request.body === undefined ? undefined : text(request.body);
	return program(
		[foundation],
		[
			...(form ? joined('form', form) : []),
			`NSURL *url = [NSURL URLWithString:${text(strictAddress(request.url))}];`,
			'NSMutableURLRequest *request = [NSMutableURLRequest requestWithURL:url];',
			`request.HTTPMethod = ${text(request.method)};`,
			...headersOf(request).map(
				([name, value]) => `[request setValue:${text(value)} forHTTPHeaderField:${text(name)}];`
			),
			...(body === undefined ? [] : [`request.HTTPBody = [${body} dataUsingEncoding:NSUTF8StringEncoding];`]),
			'',
			'dispatch_semaphore_t done = dispatch_semaphore_create(0);',
			'NSURLSession *session = [NSURLSession',
			'    sessionWithConfiguration:NSURLSessionConfiguration.ephemeralSessionConfiguration',
			'    delegate:[Staying new]',
			'    delegateQueue:nil];',
			'[[session dataTaskWithRequest:request completionHandler:',
			'    ^(NSData *body, NSURLResponse *answer, NSError *error) {',
			'        if (error) {',
			'            fprintf(stderr, "%s\\n", error.localizedDescription.UTF8String);',
			'            exit(1);',
			'        }',
			'        printf("%ld\\n", (long)((NSHTTPURLResponse *)answer).statusCode);',
			'        fwrite(body.bytes, 1, body.length, stdout);',
			'        dispatch_semaphore_signal(done);',
			'    }] resume];',
			'dispatch_semaphore_wait(done, DISPATCH_TIME_FOREVER);'
		],
		`${staying}${form ? fieldFunction : ''}`
	);
}

const base64url = (data: string): string[] => [
	`NSString *made = [${data} base64EncodedStringWithOptions:0];`,
	'made = [made stringByReplacingOccurrencesOfString:@"+" withString:@"-"];',
	'made = [made stringByReplacingOccurrencesOfString:@"/" withString:@"_"];',
	'made = [made stringByReplacingOccurrencesOfString:@"=" withString:@""];',
	print('made')
];

const refuse = (words: string): string[] => [
	`    fprintf(stderr, "%s\\n", ${words}.UTF8String);`,
	'    return 1;',
	'}'
];

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string =>
	program(
		[foundation],
		[
			`NSString *came = ${text(callbackUrl)};`,
			...(hasState ? [`NSString *state = ${text(values.state.text)};`] : []),
			`NSString *issuer = ${text(issuer)};`,
			'',
			'// In a query that a form made, a space is a +',
			'NSURLComponents *components = [NSURLComponents componentsWithString:came];',
			'components.percentEncodedQuery = [components.percentEncodedQuery',
			'    stringByReplacingOccurrencesOfString:@"+" withString:@"%20"];',
			'NSMutableDictionary<NSString *, NSString *> *answer = [NSMutableDictionary dictionary];',
			'for (NSURLQueryItem *item in components.queryItems) {',
			'    answer[item.name] = item.value;',
			'}',
			hasState ? 'if (![answer[@"state"] isEqualToString:state]) {' : 'if (answer[@"state"]) {',
			...refuse(text(hasState ? refusals.state : refusals.unaskedState)),
			issuerInAnswer
				? 'if (![answer[@"iss"] isEqualToString:issuer]) {'
				: 'if (answer[@"iss"] && ![answer[@"iss"] isEqualToString:issuer]) {',
			...refuse(text(refusals.issuer)),
			'if (!answer[@"code"]) {',
			...refuse(`[${text(refusals.error)} stringByAppendingString:answer[@"error"] ?: @""]`),
			print('answer[@"code"]')
		]
	);

/** The scheme of an app, which a session catches. */
function schemeOf(redirectUri: string): string | undefined {
	const scheme = URL.canParse(redirectUri) ? new URL(redirectUri).protocol.slice(0, -1) : 'http';
	return scheme.startsWith('http') ? undefined : scheme;
}

const address = (scene: Scene): string[] => [
	...joined('query', scene.authorization),
	`NSString *address = [${text(authorizationStart(scene))} stringByAppendingString:query];`
];

/** In an app: the session needs a window, which the app gives it as the provider of its context. */
const signIn = (
	scene: Scene,
	scheme: string
): string => `#import <AuthenticationServices/AuthenticationServices.h>

${fieldFunction}ASWebAuthenticationSession *signIn(
    id<ASWebAuthenticationPresentationContextProviding> provider
) {
${address(scene)
	.map((line) => `    ${line}`)
	.join('\n')}
    ASWebAuthenticationSession *session = [[ASWebAuthenticationSession alloc]
        initWithURL:[NSURL URLWithString:address]
        callbackURLScheme:${text(scheme)}
        completionHandler:^(NSURL *came, NSError *error) {
            NSLog(@"%@", came ?: error);
        }];
    session.presentationContextProvider = provider;
    [session start];
    return session;
}
`;

function authorize(scene: Scene): string {
	const scheme = schemeOf(scene.redirectUri);
	return scheme === undefined
		? program([foundation], [...address(scene), print('address')], fieldFunction)
		: signIn(scene, scheme);
}

export const objectiveC: Language = {
	id: 'objective-c',
	file: (step) => `${step}.m`,
	install: {},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: () =>
			program(
				[foundation, 'Security/Security.h'],
				[
					'// 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)',
					'NSMutableData *octets = [NSMutableData dataWithLength:32];',
					'if (SecRandomCopyBytes(kSecRandomDefault, octets.length, octets.mutableBytes) != errSecSuccess) {',
					'    return 1;',
					'}',
					...base64url('octets')
				]
			),
		challenge: ({ values: { verifier } }) =>
			program(
				[foundation, 'CommonCrypto/CommonDigest.h'],
				[
					`NSString *verifier = ${text(verifier.text)};`,
					'',
					'// The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)',
					'NSData *octets = [verifier dataUsingEncoding:NSASCIIStringEncoding];',
					'NSMutableData *digest = [NSMutableData dataWithLength:CC_SHA256_DIGEST_LENGTH];',
					'CC_SHA256(octets.bytes, (CC_LONG)octets.length, digest.mutableBytes);',
					...base64url('digest')
				]
			),
		authorize,
		callback,
		exchange: ({ requests }) => send(requests.exchange),
		tokens: 'no-library',
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
