const units = [
	[86_400_000, 'days'],
	[3_600_000, 'h'],
	[60_000, 'min'],
	[1000, 's']
] as const;

/** A length of time by its two largest units. */
function length(ms: number): string {
	const first = units.findIndex(([size]) => ms >= size);
	if (first === -1) return 'less than 1 s';
	const [size, name] = units[first] ?? units[3];
	const [small, smallName] = units[first + 1] ?? [0, ''];
	const rest = small === 0 ? 0 : Math.floor((ms % size) / small);
	return `${Math.floor(ms / size)} ${name}${rest > 0 ? ` ${rest} ${smallName}` : ''}`;
}

/** When a token counts. */
export const timelineTexts = {
	now: 'now',
	state: (valid: boolean, left: number): string =>
		valid
			? `Valid for ${length(left)} more.`
			: left <= 0
				? `Not valid: it ended ${length(-left)} ago.`
				: 'Not valid yet.',
	/** Of a recorded token: when it came. */
	came: 'came',
	recorded: 'When it came, by the clock of the recorder; not to scale.',
	byServer: (ahead: number): string =>
		`By the clock of the server, ${Math.abs(ahead) < 1000 ? 'which agrees with this device’s' : `${length(Math.abs(ahead))} ${ahead > 0 ? 'ahead of' : 'behind'} this device’s`}; not to scale.`,
	scale: 'By the clock of this device; not to scale.'
} as const;
