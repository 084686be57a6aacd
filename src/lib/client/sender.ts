import type { ClientAuth, DPoPHandle } from 'oauth4webapi';
import { clientAuthentication, publicClient } from './client-authentication';

/** What a request proves of its sender: who the client is, and which key it holds (RFC 9449) when it uses one. */
export interface Sender {
	authentication: ClientAuth;
	dpop?: DPoPHandle;
}

/** A public client without a key: nothing to prove. */
export const publicSender: Sender = { authentication: clientAuthentication(publicClient) };

/** The option of oauth4webapi's request functions for a sender. */
export const dpopOption = ({ dpop }: Sender): { DPoP?: DPoPHandle } => (dpop ? { DPoP: dpop } : {});
