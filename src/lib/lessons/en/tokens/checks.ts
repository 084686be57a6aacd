import type { TokenCheckId } from '$lib/lexicon/token-checks';
import type { Said } from '$lib/lexicon/said';
import type { CheckAdvice } from '../checks/check-text';
import { idTokenCheckTexts } from '../checks/id-token-checks';
import { accessCheckTexts } from './access-checks';
import type { TokenCheckText } from './check-text';
import { jwtCheckTexts, shortSecret, unnamedKey } from './jwt-checks';
import { otherCheckTexts } from './other-checks';

/** The library’s verdict is of a whole answer, and not of a token alone. */
const { 'id-token-library': _, ...ofIdToken } = idTokenCheckTexts;

/** The words of every check of a token alone. */
export const tokenCheckTexts: Record<TokenCheckId, TokenCheckText> = {
	...ofIdToken,
	'id-token-key': {
		...ofIdToken['id-token-key'],
		when: {
			...ofIdToken['id-token-key'].when,
			'secret-too-short': shortSecret,
			'key-without-name': unnamedKey
		}
	},
	'id-token-azp': {
		...ofIdToken['id-token-azp'],
		when: {
			...ofIdToken['id-token-azp'].when,
			'audiences-besides': {
				fails:
					'The token is for others besides this client. Each of them can pass it on to this client. A client refuses it where it does not trust them all, and many libraries refuse it unless azp is this client.',
				fix: 'Find out who the others are. Take the token only where you trust each of them with it.'
			}
		}
	},
	'id-token-typ': {
		label: 'No other kind by typ',
		fails: 'Its typ is that of another kind of token, or one that is not known.',
		fix: 'Use the ID token of the answer, and not the token beside it.'
	},
	'id-token-auth-time': {
		label: 'Sign-in is recent enough',
		fails:
			'The sign-in is longer ago than the max_age that was asked for, or auth_time is missing. It is required where max_age was sent.',
		fix: 'Start again with max_age or prompt=login. If the server ignores both, it is a fault of the server.'
	},
	'id-token-acr': {
		label: 'Class of the sign-in',
		fails:
			'The acr claim is none of the classes that were asked for. A server may give another: acr_values is a wish.',
		fix: 'Decide whether this class is enough. Ask by the claims parameter, as essential, where it is not.'
	},
	'id-token-c-hash': {
		label: 'Code belongs to it',
		fails:
			'The c_hash claim is not the hash of the code beside it. One of the two may have been exchanged for another.',
		fix: 'Do not redeem the code. Take both from one and the same answer.'
	},
	'id-token-s-hash': {
		label: 'State belongs to it',
		fails:
			'The s_hash claim is not the hash of the state that was sent. The answer may be that to another request.',
		fix: 'Do not use the answer. Start again, and compare the state of each attempt.'
	},
	...jwtCheckTexts,
	...accessCheckTexts,
	...otherCheckTexts
};

/** What one that did not pass means, and what to change: by what it found, where that has words of its own. */
export function tokenAdviceOf(check: { id: TokenCheckId; actual?: Said }): CheckAdvice {
	const text = tokenCheckTexts[check.id];
	const found = typeof check.actual === 'object' ? check.actual.say : undefined;
	const own = Object.entries(text.when ?? {}).find(([phrase]) => phrase === found);
	return own?.[1] ?? text;
}
