/** panva's oidc-provider on loopback, as an operator would set it up for a single-page application. */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair } from 'jose';
import { Provider, type ClientMetadata, type Configuration, type JWK } from 'oidc-provider';
import { closeServer, listen } from './loopback';

export const clientId = 'playground-at-a-peer';
export const apiScope = 'read:reports';

export interface Peer {
	issuer: string;
	/** Whether the authorization code is still good: neither used nor expired. */
	codeLives(code: string): Promise<boolean>;
	close(): Promise<void>;
}

export interface PeerOptions {
	redirectUri: string;
	/** The identifier of the one API, a resource of RFC 8707. */
	resource: string;
	/** What there is to ask for at that API. */
	scope?: string;
	/** Seconds that a code lives. */
	codeLifetime?: number;
	/** Whether pages may read what is for this client; otherwise only what is for everybody. */
	cors?: boolean;
	/** How the client is registered, where that is not as a public client of the plain flow. */
	client?: Partial<ClientMetadata>;
	/** What the provider can do beyond the plain flow. */
	extensions?: Configuration['features'];
	/** With what it signs. */
	algorithms?: readonly string[];
	/** Sent with everything, as a proxy before the provider would. */
	headers?: Record<string, string>;
}

async function signingKey(alg: string): Promise<JWK> {
	const { privateKey } = await generateKeyPair(alg, { extractable: true });
	return { ...(await exportJWK(privateKey)), kid: `peer-${alg}`, alg, use: 'sig' };
}

const configure = (options: PeerOptions, keys: JWK[]): Configuration => ({
	jwks: { keys },
	cookies: { keys: ['only for these tests'] },
	clients: [
		{
			client_id: clientId,
			token_endpoint_auth_method: 'none',
			redirect_uris: [options.redirectUri],
			grant_types: ['authorization_code', 'refresh_token'],
			response_types: ['code'],
			...options.client
		}
	],
	clientBasedCORS: () => options.cors ?? true,
	scopes: ['openid', 'offline_access', 'profile', 'email'],
	claims: { openid: ['sub'], profile: ['name'], email: ['email'] },
	findAccount: (_context, id) => ({
		accountId: id,
		claims: () => ({ sub: id, name: `Name of ${id}`, email: `${id}@peer.example` })
	}),
	ttl: {
		AuthorizationCode: options.codeLifetime ?? 60,
		AccessToken: 600,
		IdToken: 600,
		RefreshToken: 3_600,
		Interaction: 600,
		Session: 3_600,
		Grant: 3_600
	},
	features: {
		devInteractions: { enabled: true },
		resourceIndicators: {
			enabled: true,
			useGrantedResource: () => true,
			getResourceServerInfo: () => ({
				scope: options.scope ?? apiScope,
				audience: options.resource,
				accessTokenFormat: 'jwt',
				jwt: { sign: { alg: 'RS256' } }
			})
		},
		...options.extensions
	}
});

export async function openPeer(options: PeerOptions): Promise<Peer> {
	const keys = await Promise.all((options.algorithms ?? ['RS256']).map(signingKey));
	// The port is known only when it listens, and the issuer has the port in it.
	const server = createServer((request, response) => {
		response.setHeaders(new Headers(options.headers));
		void answer(request, response);
	});
	const issuer = `http://localhost:${await listen(server)}`;
	const provider = new Provider(issuer, configure(options, keys));
	const answer = provider.callback();
	return {
		issuer,
		codeLives: async (code) => (await provider.AuthorizationCode.find(code))?.isValid ?? false,
		close: () => closeServer(server)
	};
}
