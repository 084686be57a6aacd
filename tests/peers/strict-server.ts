/**
 * An authorization server on loopback that asks for much and says what a test has it say: pushed requests, PKCE, proofs
 * with its nonce. Without an order it does all of that well, and the person whom it asks agrees.
 */
import { createHash } from 'node:crypto';
import { openServer, type Answer, type Heard } from './silent-servers';

export type Endpoint = 'par' | 'authorize' | 'token' | 'userinfo' | 'api' | 'introspect' | 'revoke' | 'jwks';

export interface Orders {
	/** Only pushed requests are taken (RFC 9126 §5). */
	par?: boolean;
	/** A code_challenge is required. */
	pkce?: boolean;
	/** Proofs need the nonce of the server (RFC 9449 §8). */
	dpopNonce?: boolean;
	/** What the person's “no” is called in the callback. */
	denies?: Record<string, string>;
	/** What an endpoint answers in place of what it would. */
	says?: Partial<Record<Endpoint, Answer>>;
}

export interface StrictServer {
	issuer: string;
	/** May be changed at any time. */
	orders: Orders;
	heard: Heard[];
	close(): Promise<void>;
}

export const json = (value: unknown, status = 200, headers: Record<string, string> = {}): Answer => ({
	status,
	headers: { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers },
	body: JSON.stringify(value)
});

const refusal = (error: string, error_description?: string): Answer =>
	json({ error, error_description }, 400);

const nonce = 'nonce-of-the-server-1';

const metadataOf = (issuer: string, { par = false }: Orders): unknown => ({
	issuer,
	authorization_endpoint: `${issuer}/authorize`,
	token_endpoint: `${issuer}/token`,
	pushed_authorization_request_endpoint: `${issuer}/par`,
	userinfo_endpoint: `${issuer}/userinfo`,
	introspection_endpoint: `${issuer}/introspect`,
	revocation_endpoint: `${issuer}/revoke`,
	jwks_uri: `${issuer}/jwks`,
	require_pushed_authorization_requests: par,
	authorization_response_iss_parameter_supported: true,
	response_types_supported: ['code'],
	code_challenge_methods_supported: ['S256'],
	token_endpoint_auth_methods_supported: ['none'],
	dpop_signing_alg_values_supported: ['ES256']
});

const proofNonce = ({ headers }: Heard): string | undefined => {
	const [, payload = ''] = String(headers['dpop'] ?? '').split('.');
	try {
		const claims: unknown = JSON.parse(Buffer.from(payload, 'base64url').toString());
		return typeof claims === 'object' && claims !== null && 'nonce' in claims
			? String(claims.nonce)
			: undefined;
	} catch {
		return undefined;
	}
};

export async function openStrictServer(orders: Orders = {}, redirectUri = ''): Promise<StrictServer> {
	const pushed = new Map<string, URLSearchParams>();
	const codes = new Map<string, URLSearchParams>();
	const refreshTokens = new Set<string>();
	let count = 0;

	function lacks(asked: URLSearchParams): Answer | undefined {
		if (redirectUri !== '' && asked.get('redirect_uri') !== redirectUri)
			return refusal('invalid_request', 'invalid redirect_uri');
		if (opened.orders.pkce && !asked.get('code_challenge'))
			return refusal('invalid_request', 'PKCE is required for this client');
		return undefined;
	}

	function par(body: URLSearchParams): Answer {
		const wrong = lacks(body);
		if (wrong) return wrong;
		const uri = `urn:ietf:params:oauth:request_uri:${++count}`;
		pushed.set(uri, body);
		return json({ request_uri: uri, expires_in: 60 }, 201);
	}

	function authorize(query: URLSearchParams): Answer {
		const asked = pushed.get(query.get('request_uri') ?? '') ?? query;
		const back = new URL(asked.get('redirect_uri') ?? 'https://nowhere.example/');
		const answers = (values: Record<string, string>): Answer => {
			const all = { state: asked.get('state') ?? '', iss: opened.issuer, ...values };
			for (const [name, value] of Object.entries(all)) back.searchParams.set(name, value);
			return { status: 302, headers: { location: back.href } };
		};
		if (opened.orders.denies) return answers(opened.orders.denies);
		if (opened.orders.par && !query.has('request_uri'))
			return answers({ error: 'invalid_request', error_description: 'not today' });
		const code = `code-${++count}`;
		codes.set(code, asked);
		return answers({ code });
	}

	function tokens(): Answer {
		const refreshToken = `refresh-${++count}`;
		refreshTokens.add(refreshToken);
		return json({
			access_token: `access-${count}`,
			token_type: 'Bearer',
			expires_in: 600,
			scope: 'read',
			refresh_token: refreshToken
		});
	}

	function token(body: URLSearchParams): Answer {
		if (body.get('grant_type') === 'refresh_token')
			return refreshTokens.delete(body.get('refresh_token') ?? '') ? tokens() : refusal('invalid_grant');
		const asked = codes.get(body.get('code') ?? '');
		const given = createHash('sha256')
			.update(body.get('code_verifier') ?? '')
			.digest('base64url');
		if (!asked || body.get('redirect_uri') !== asked.get('redirect_uri')) return refusal('invalid_grant');
		if (asked.has('code_challenge') && asked.get('code_challenge') !== given) return refusal('invalid_grant');
		codes.delete(body.get('code') ?? '');
		return tokens();
	}

	function answer(heard: Heard): Answer {
		const { pathname, searchParams } = new URL(heard.path, 'http://localhost');
		const endpoint = pathname.slice(1) as Endpoint;
		const said = opened.orders.says?.[endpoint];
		if (said) return said;
		const wantsNonce = opened.orders.dpopNonce && (endpoint === 'par' || endpoint === 'token');
		if (wantsNonce && proofNonce(heard) !== nonce)
			return json({ error: 'use_dpop_nonce' }, 400, { 'dpop-nonce': nonce });
		const body = new URLSearchParams(heard.body);
		switch (endpoint) {
			case 'par':
				return par(body);
			case 'authorize':
				return authorize(searchParams);
			case 'token':
				return token(body);
			case 'userinfo':
				return json({ sub: 'ada' });
			case 'introspect':
				return json({ active: true });
			case 'api':
			case 'revoke':
				return json({});
			case 'jwks':
				return json({ keys: [] });
			default:
				return json(metadataOf(opened.issuer, opened.orders));
		}
	}

	const server = await openServer((heard) => answer(heard));
	const opened: StrictServer = {
		issuer: server.url,
		orders,
		heard: server.heard,
		close: () => server.close()
	};
	return opened;
}
