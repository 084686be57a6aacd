import { lengthText } from '../phrases/moments';

/** When a token counts. */
export const timelineTexts = {
	now: 'now',
	state: (valid: boolean, left: number): string =>
		valid
			? `Valid for ${lengthText(left)} more.`
			: left <= 0
				? `Not valid: it ended ${lengthText(-left)} ago.`
				: 'Not valid yet.',
	/** Of a recorded token: when it came. */
	came: 'came',
	recorded: 'When it came, by the clock of the recorder; not to scale.',
	byServer: (ahead: number): string =>
		`By the clock of the server, ${Math.abs(ahead) < 1000 ? 'which agrees with this device’s' : `${lengthText(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} this device’s`}; not to scale.`,
	scale: 'By the clock of this device; not to scale.'
} as const;
