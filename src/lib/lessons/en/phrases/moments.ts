/** Lengths of time and moments, as people read them. */
const units = [
	[86_400_000, 'days'],
	[3_600_000, 'h'],
	[60_000, 'min'],
	[1000, 's']
] as const;

/** A length of time by its two largest units. */
export function lengthText(ms: number): string {
	const first = units.findIndex(([size]) => ms >= size);
	if (first === -1) return 'less than 1 s';
	const [size, name] = units[first] ?? units[3];
	const [small, smallName] = units[first + 1] ?? [0, ''];
	const rest = small === 0 ? 0 : Math.floor((ms % size) / small);
	return `${Math.floor(ms / size)} ${name}${rest > 0 ? ` ${rest} ${smallName}` : ''}`;
}

/** A moment, of seconds since 1970 (RFC 7519 §2); undefined where no date has so many. */
export function momentText(seconds: number): string | undefined {
	const at = new Date(seconds * 1000);
	return Number.isNaN(at.getTime()) ? undefined : at.toISOString().replace('.000Z', ' UTC').replace('T', ' ');
}
