/**
 * An authorization server of the test's own on loopback, of which any answer may be replaced by a wrong one. Without
 * that it does the least that a walk needs: nobody is asked to sign in, and the code comes back at once.
 */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT, type CryptoKey, type JWK } from 'jose';

/** A request as it reached the server, to the byte. */
export interface Seen {
	method: string;
	/** Path and query. */
	target: string;
	headers: IncomingMessage['headers'];
	body: string;
}

export interface Answer {
	status?: number;
	headers?: Record<string, string>;
	body?: string;
	/** Leave the browser without the header that lets the page read the answer. */
	withoutCors?: boolean;
}

/** `hang`: the connection stays open and nothing is said. */
export type Reply = Answer | 'hang';

export type Claims = Record<string, unknown>;

/** What it does otherwise than well. */
export interface Faults {
	discovery?: (metadata: Claims) => Reply;
	token?: (response: Claims) => Reply;
	/** The ID token in place of the good one, from the claims of that. */
	idToken?: (claims: Claims, keys: SigningKey) => Promise<string> | string;
}

export interface SigningKey {
	private: CryptoKey;
	public: JWK;
}

export interface MisbehavingServer {
	issuer: string;
	seen: Seen[];
	/** May be changed at any time; `{}` makes it well. */
	faults: Faults;
	close(): Promise<void>;
}

export const json = (value: unknown, status = 200): Answer => ({
	status,
	headers: { 'content-type': 'application/json', 'cache-control': 'no-store' },
	body: JSON.stringify(value)
});

/** Metadata that sends the browser to the sign-in page of another origin. */
export const signInAt =
	(origin: string) =>
	(metadata: Claims): Answer =>
		json({ ...metadata, authorization_endpoint: `${origin}/authorize` });

export const page = (body: string, status = 200): Answer => ({
	status,
	headers: { 'content-type': 'text/html' },
	body
});

const cors = { 'access-control-allow-origin': '*', 'access-control-allow-headers': '*' };

const metadataOf = (issuer: string): Claims => ({
	issuer,
	authorization_endpoint: `${issuer}/authorize`,
	token_endpoint: `${issuer}/token`,
	jwks_uri: `${issuer}/jwks`,
	response_types_supported: ['code'],
	code_challenge_methods_supported: ['S256'],
	token_endpoint_auth_methods_supported: ['none'],
	id_token_signing_alg_values_supported: ['ES256'],
	scopes_supported: ['openid', 'profile', 'email'],
	authorization_response_iss_parameter_supported: true
});

export const sign = (claims: Claims, key: SigningKey, kid = 'one'): Promise<string> =>
	new SignJWT(claims).setProtectedHeader({ alg: 'ES256', kid }).sign(key.private);

async function readBody(request: IncomingMessage): Promise<string> {
	const parts: Buffer[] = [];
	for await (const part of request) parts.push(Buffer.from(part));
	return Buffer.concat(parts).toString();
}

const listen = (server: Server): Promise<number> =>
	new Promise((listening, failed) => {
		server.once('error', failed).listen(0, 'localhost', () => {
			const address = server.address();
			listening(typeof address === 'object' && address ? address.port : 0);
		});
	});

export async function openMisbehavingServer(faults: Faults = {}): Promise<MisbehavingServer> {
	const pair = await generateKeyPair('ES256');
	const key = {
		private: pair.privateKey,
		public: { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256', use: 'sig' }
	};
	const seen: Seen[] = [];
	/** Of the newest authorization request. */
	let asked = new URLSearchParams();
	/** A code is never given twice. */
	let codes = 0;

	function authorize(query: URLSearchParams): Answer {
		asked = query;
		const back = new URL(query.get('redirect_uri') ?? '');
		codes += 1;
		back.searchParams.set('code', codes === 1 ? 'code-of-the-test' : `code-of-the-test-${codes}`);
		back.searchParams.set('state', query.get('state') ?? '');
		back.searchParams.set('iss', opened.issuer);
		return { status: 302, headers: { location: back.href } };
	}

	async function token(): Promise<Reply> {
		const now = Math.floor(Date.now() / 1000);
		const claims = {
			iss: opened.issuer,
			sub: 'ada',
			aud: asked.get('client_id'),
			iat: now,
			exp: now + 600,
			nonce: asked.get('nonce')
		};
		const response = {
			access_token: 'opaque-to-everybody',
			token_type: 'Bearer',
			expires_in: 600,
			id_token: await (opened.faults.idToken ?? sign)(claims, key)
		};
		return opened.faults.token?.(response) ?? json(response);
	}

	async function reply({ target }: Seen): Promise<Reply> {
		const { pathname, searchParams } = new URL(target, opened.issuer);
		switch (pathname) {
			case '/.well-known/openid-configuration': {
				const metadata = metadataOf(opened.issuer);
				return opened.faults.discovery?.(metadata) ?? json(metadata);
			}
			case '/authorize':
				return authorize(searchParams);
			case '/token':
				return token();
			case '/jwks':
				return json({ keys: [key.public] });
			default:
				return json({}, 404);
		}
	}

	const server = createServer(async (request, response) => {
		if (request.method === 'OPTIONS') {
			response.writeHead(204, cors).end();
			return;
		}
		const one = {
			method: request.method ?? '',
			target: request.url ?? '',
			headers: request.headers,
			body: await readBody(request)
		};
		seen.push(one);
		const answer = await reply(one);
		if (answer === 'hang') return;
		response.writeHead(answer.status ?? 200, { ...(answer.withoutCors ? {} : cors), ...answer.headers });
		response.end(answer.body);
	});
	const opened: MisbehavingServer = {
		issuer: `http://localhost:${await listen(server)}`,
		seen,
		faults,
		close: () =>
			new Promise((closed) => {
				server.close(() => closed());
				server.closeAllConnections();
			})
	};
	return opened;
}
