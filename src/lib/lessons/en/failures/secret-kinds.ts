import type { FoundSecret, SecretKind } from '$lib/lexicon/secret-kinds';
import { namesIn } from '../../said';

const kinds: Record<SecretKind, string> = {
	'private-key': 'private key',
	'api-key': 'API key',
	token: 'token',
	'user-name-and-password': 'user name and password',
	'long-value': 'a long value'
};

const kindText = namesIn(kinds);

export const secretText = ({ setting, secret }: FoundSecret): string =>
	[setting, kindText(secret)].filter((part) => part !== undefined).join(': ');
