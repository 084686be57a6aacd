import type { ClientAuth } from 'oauth4webapi';
import type { AskFailure } from '$lib/lexicon/failure';
import type { Result } from '$lib/lexicon/result';
import type { TokenType } from '$lib/lexicon/token-types';
import type { HttpRequest } from '$lib/wire/http';
import { capture, type CaptureOptions } from './capture';
import type { ServerMetadata } from './discovery';
import { parseEndpoint } from './endpoint';
import type { Sender } from './sender';

/** A request function of oauth4webapi that posts one token. */
type TokenRequest = (
	server: ServerMetadata,
	client: { client_id: string },
	authentication: ClientAuth,
	token: string,
	options: CaptureOptions & { additionalParameters: Record<string, string> }
) => Promise<unknown>;

export type AskAboutToken = (
	server: ServerMetadata,
	clientId: string,
	token: string,
	type: TokenType,
	sender: Sender
) => Promise<Result<HttpRequest, AskFailure>>;

/** A message that posts one token to an endpoint of its own, with its kind as a hint. Refused: no such endpoint. */
export const askAboutToken =
	(field: 'introspection_endpoint' | 'revocation_endpoint', request: TokenRequest): AskAboutToken =>
	async (server, clientId, token, type, sender) => {
		const endpoint = parseEndpoint(server[field], field);
		if (!endpoint.ok) return endpoint;
		return capture(field, (options) =>
			request(server, { client_id: clientId }, sender.authentication, token, {
				...options,
				additionalParameters: { token_type_hint: type }
			})
		);
	};
