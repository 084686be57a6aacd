import type { AuthenticationMethod, ConfirmationMethod, HumanValue } from '$lib/lexicon/human-values';

/** RFC 8176 §2. */
export const methodTexts: Record<AuthenticationMethod, string> = {
	face: 'the face',
	fpt: 'a fingerprint',
	geo: 'the place',
	hwk: 'a key in hardware',
	iris: 'the iris of an eye',
	kba: 'questions that only the person can answer',
	mca: 'several channels',
	mfa: 'several factors',
	otp: 'a one-time password',
	pin: 'a PIN or a pattern',
	pwd: 'a password',
	rba: 'a judgement of the risk',
	retina: 'the retina of an eye',
	sc: 'a smart card',
	sms: 'a text message',
	swk: 'a key in software',
	tel: 'a telephone call',
	user: 'a test that the person is there',
	vbm: 'the voice',
	wia: 'integrated Windows authentication'
};

const confirmations: Record<ConfirmationMethod, string> = {
	jwk: 'a public key that stands here',
	jwe: 'a key that stands here encrypted',
	kid: 'a key by its name',
	jku: 'a key at an address',
	'x5t#S256': 'a TLS certificate (RFC 8705 §3.1)',
	jkt: 'the key of DPoP proofs (RFC 9449 §6.1)'
};

const list = (names: readonly string[]): string => names.join(', ');

const units = [
	['day', 86_400],
	['hour', 3_600],
	['minute', 60],
	['second', 1]
] as const;

const counted = (count: number, unit: string): string => `${count} ${unit}${count === 1 ? '' : 's'}`;

/** A length of time in its two largest units: `2 hours 5 minutes`. */
export function durationText(seconds: number): string {
	let rest = Math.round(Math.abs(seconds));
	const parts: string[] = [];
	for (const [unit, length] of units) {
		const count = Math.floor(rest / length);
		rest -= count * length;
		if (count > 0) parts.push(counted(count, unit));
		if (parts.length === 2) break;
	}
	return parts.length === 0 ? '0 seconds' : parts.join(' ');
}

const utc = (seconds: number): string =>
	new Date(seconds * 1000)
		.toISOString()
		.replace(/\.\d+Z$/, ' UTC')
		.replace('T', ' ');

/** By the clock and the place of this device, unless another place is named. */
const local = (seconds: number, timeZone?: string): string =>
	new Date(seconds * 1000).toLocaleString('en-GB', {
		dateStyle: 'medium',
		timeStyle: 'medium',
		...(timeZone === undefined ? {} : { timeZone })
	});

function timeText(at: number, fromNow: number, timeZone?: string): string {
	const distance = durationText(fromNow);
	const relative = distance === '0 seconds' ? 'now' : fromNow < 0 ? `${distance} ago` : `in ${distance}`;
	return `${utc(at)}, ${relative} (here: ${local(at, timeZone)})`;
}

const noTime: Record<Extract<HumanValue, { kind: 'no-time' }>['as'], string> = {
	text: 'A text and no number. A time must be a number of seconds.',
	milliseconds: 'It looks like milliseconds. A time must be a number of seconds.',
	microseconds: 'It looks like microseconds. A time must be a number of seconds.',
	nanoseconds: 'It looks like nanoseconds. A time must be a number of seconds.',
	range: 'No calendar has this time.',
	other: 'It is no number of seconds, so it says no time.'
};

const subjects: Record<Extract<HumanValue, { kind: 'subject' }>['how'], string> = {
	pairwise: 'Pairwise: another client gets another value for the same user.',
	public: 'The same for every client.',
	'not-known': 'Whether other clients get the same value is not known.'
};

/** What a value means, in a few words. `timeZone`: another than that of this device. */
export function humanText(value: HumanValue, timeZone?: string): string {
	switch (value.kind) {
		case 'time':
			return timeText(value.at, value.fromNow, timeZone);
		case 'no-time':
			return noTime[value.as];
		case 'duration':
			return durationText(value.seconds);
		case 'scopes':
			return value.names.length === 0 ? 'No scope.' : counted(value.names.length, 'scope');
		case 'methods':
			return list(
				value.methods.map(({ name, known }) => `${name}: ${known ? methodTexts[known] : 'not registered'}`)
			);
		case 'verified':
			return value.is ? 'The issuer says that it was verified.' : 'Not verified: do not rely on it.';
		case 'yes-as-text':
			return `The text “${value.written}”. It must be true or false without quotes.`;
		case 'subject':
			return subjects[value.how];
		case 'confirmation':
			return `Bound to ${list([...value.by.map((method) => confirmations[method]), ...value.others.map((name) => `${name}, which is not known here`)]) || 'nothing'}.`;
		case 'actors':
			return `Acting: ${value.chain.map((name) => name || 'not named').join(', before that ')}${value.more > 0 ? `, and ${value.more} more before` : ''}.`;
		case 'events':
			return value.names.length === 0 ? 'No event.' : list(value.names);
		case 'half-hash':
			return `Half of a hash of ${value.octets * 16} bits.`;
		case 'audiences':
			return value.names.length === 0 ? 'Nobody is named.' : counted(value.names.length, 'audience');
		case 'members':
			return counted(value.count, 'member');
		case 'elements':
			return counted(value.count, 'element');
		case 'inexact':
			return `Written as ${value.written}, which many readers round.`;
	}
}
