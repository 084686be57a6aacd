/** When an entry began. HAR 1.2 wants ISO 8601 with a zone; recorders and what people run files through write others. */

export interface ReadTime {
	/** Milliseconds since the epoch. */
	at: number;
	/** Whether it says of which zone it is; without one it is read as UTC, and only differences are sure. */
	hasZone: boolean;
}

const [earliest, latest] = [Date.UTC(1990), Date.UTC(2100)];

const known = (at: number, hasZone: boolean): ReadTime | undefined =>
	at >= earliest && at <= latest ? { at: Math.round(at), hasZone } : undefined;

/** Seconds, milliseconds, micro- or nanoseconds since the epoch: no two of them can be taken for each other. */
function ofNumber(value: number): ReadTime | undefined {
	const unit = [1, 1e3, 1e6, 1e9].find((per) => value / per >= 1e8 && value / per < 1e11);
	return unit === undefined ? undefined : known((value / unit) * 1000, true);
}

const iso =
	/^(\d{4})-?(\d\d)-?(\d\d)[T ](\d\d):?(\d\d)(?::?(\d\d)(?:[.,](\d{1,9})\d*)?)?\s*(Z|[+-]\d\d(?::?\d\d)?)?$/i;

function ofIso(text: string): ReadTime | undefined {
	const [, year, month, day, hour, minute, second = '00', fraction = '0', zone] = iso.exec(text) ?? [];
	if (year === undefined) return undefined;
	const moved = zone === undefined || /^z$/i.test(zone) ? 'Z' : `${zone.replace(':', '')}00`.slice(0, 5);
	const shift = moved === 'Z' ? 'Z' : `${moved.slice(0, 3)}:${moved.slice(3)}`;
	const whole = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${shift}`);
	return known(whole + Math.floor(Number(`0.${fraction}`) * 1000), zone !== undefined);
}

/** As in the header Date (RFC 9110 §6.6.1), or as JavaScript prints it. Days and months by numbers alone are not guessed at. */
const ofWords = (text: string): ReadTime | undefined =>
	/\b[a-z]{3}\b/i.test(text) && /\b(?:GMT|UTC|Z)\b|[+-]\d{4}/.test(text)
		? known(Date.parse(text), true)
		: undefined;

/** Undefined: it says no time that can be told for sure. */
export function readTime(value: unknown): ReadTime | undefined {
	if (typeof value === 'number') return ofNumber(value);
	if (typeof value !== 'string') return undefined;
	const text = value.trim();
	const epoch = /^(?:\/Date\()?(-?\d+(?:\.\d+)?)(?:[+-]\d{4}\)\/|\)\/)?$/.exec(text)?.[1];
	return epoch === undefined ? (ofIso(text) ?? ofWords(text)) : ofNumber(Number(epoch));
}
