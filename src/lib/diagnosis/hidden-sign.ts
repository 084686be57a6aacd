import { tell } from '$lib/lexicon/said';
import type { Sign } from './sign';
import type { Session } from './evidence';
import { sign } from './evidence-rule';
import type { Read } from './seen';

/** Whether the server says that the code or the refresh token itself is no good, or nothing of the cause. */
const isGrantRefused = ({ step, error, status = 0 }: Read): boolean =>
	(error === 'invalid_grant' && (step === 'token' || step === undefined)) ||
	(error === '' && step === 'token' && status >= 400);

/** What went out before, in a request whose answer was hidden, may have been used up then. */
export function hiddenSign(session: Session, read: Read): Sign | false {
	const isRefresh = session.text('grantType') === 'refresh_token';
	const times = session.number(isRefresh ? 'refreshTokenHiddenTimes' : 'codeHiddenTimes') ?? 0;
	if (times === 0 || !isGrantRefused(read)) return false;
	return isRefresh
		? sign('refresh-token-reused', 0.96, tell('refresh-token-sent-hidden'))
		: sign('code-already-used', 0.96, tell('code-sent-hidden'));
}
