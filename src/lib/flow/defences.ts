/** The defences of the flow, each with the check that it rests on and the mistake that shows it at work. */
import type { Check, CheckId } from '$lib/lexicon/check';
import type { DefenceId } from '$lib/lexicon/defences';
import type { MarkId } from '$lib/lexicon/marks';
import type { MistakeId } from '$lib/lexicon/mistakes';
import type { StepId } from '$lib/lexicon/steps';

export interface Defence {
	/** Where it stops something. */
	step: StepId;
	mark?: MarkId;
	/** What is compared; whoever compares says so. */
	checks: readonly CheckId[];
	/** What tokens prove: that the server let something through. */
	letThrough: readonly CheckId[];
	mistakes: readonly MistakeId[];
	/** What stops the same earlier, before anything is compared; where it passes, nothing was compared yet. */
	earlier?: { step: StepId; check: CheckId };
}

export const defences: Record<DefenceId, Defence> = {
	pkce: {
		step: 'exchange',
		mark: 'code_verifier',
		checks: ['as-verifier-matches'],
		letThrough: ['refuses-wrong-verifier', 'refuses-missing-verifier', 'refuses-no-challenge'],
		mistakes: ['wrong-verifier', 'hex-challenge'],
		earlier: { step: 'authorize', check: 'as-challenge-form' }
	},
	state: {
		step: 'callback',
		mark: 'state',
		checks: ['callback-state'],
		letThrough: [],
		mistakes: ['wrong-state']
	},
	nonce: { step: 'tokens', mark: 'nonce', checks: ['id-token-nonce'], letThrough: [], mistakes: [] },
	'code-once': {
		step: 'exchange',
		mark: 'code',
		checks: ['as-code-unused'],
		letThrough: ['refuses-used-code'],
		mistakes: ['code-again']
	},
	'redirect-uri': {
		step: 'authorize',
		checks: ['as-redirect-uri-registered'],
		letThrough: ['refuses-other-redirect-uri'],
		mistakes: ['other-redirect-uri']
	},
	audience: {
		step: 'call',
		mark: 'access_token',
		checks: ['rs-token-typ', 'rs-token-aud'],
		letThrough: [],
		mistakes: ['id-token-at-api']
	}
};

/** `stopped`: it ended something. `passed`: it compared, and all was well. `unseen`: nobody says that it compared. */
export type DefenceState = 'stopped' | 'let-through' | 'passed' | 'unseen';

export interface DefenceSeen {
	state: DefenceState;
	/** Where that was, or where it would be. */
	step: StepId;
}

function stateOf({ checks, letThrough }: Defence, all: readonly Check[]): DefenceState {
	const is = (ids: readonly CheckId[], status: Check['status']): boolean =>
		all.some((one) => one.status === status && ids.includes(one.id));
	if (is(letThrough, 'fail')) return 'let-through';
	if (is(checks, 'fail')) return 'stopped';
	return is(checks, 'pass') ? 'passed' : 'unseen';
}

export function defenceSeen(defence: Defence, all: readonly Check[]): DefenceSeen {
	const { step, earlier } = defence;
	const state = stateOf(defence, all);
	const isEarlier = earlier && all.some(({ id, status }) => id === earlier.check && status === 'fail');
	// What was compared as well is told: an attempt may have had both.
	return isEarlier && ['passed', 'unseen'].includes(state)
		? { state: 'stopped', step: earlier.step }
		: { state, step };
}
