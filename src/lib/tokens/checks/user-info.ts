/** An answer of the UserInfo endpoint that is signed: OIDC Core §5.3.2, §5.3.4. */
import { shown } from '$lib/message/json-body';
import { audienceRow, issuerRow, missing, ofText, required } from './claims';
import { passIf, row, type Row } from './row';

const use = ['user-info'] as const;

export const userInfoRows: readonly Row[] = [
	row('user-info-sub', use, {
		needs: ['subject'],
		alone: (held) => missing(held, 'sub', required) ?? ofText(held, 'sub'),
		judge: ({ claims }, { subject }) =>
			passIf(claims.sub === subject, { expected: subject, actual: shown(claims.sub) })
	}),
	// A signed answer SHOULD name both: one that does not can be put into another client’s hands.
	issuerRow('user-info-iss', use, () => 'warn'),
	audienceRow('user-info-aud', use, () => 'warn')
];
