import type { HttpRequest } from './http';

export const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

export interface HeaderSize {
	/** Bytes of all headers as HTTP/1.1 writes them, with a colon, a space and the end of the line each. */
	all: number;
	/** The one that takes most of it. */
	name: string;
	bytes: number;
}

/** How large the headers of a request are. Undefined: none is known. */
export function headerSize({ headers }: HttpRequest): HeaderSize | undefined {
	const sizes = headers.map(([name, value]) => ({ name, bytes: bytesOf(name) + bytesOf(value) + 4 }));
	const largest = sizes.toSorted((one, other) => other.bytes - one.bytes)[0];
	return largest && { all: sizes.reduce((sum, { bytes }) => sum + bytes, 0), ...largest };
}

/** What servers write that answer so with 400: nginx, IIS, and what stands behind them. */
const words =
	/request header(?: or cookie| fields?)? too large|header (?:fields? )?(?:is |are )?too (?:large|long|big)|size of (?:the |a )?request header|request too long|headers? exceeds? /i;

/**
 * Whether a request was refused because its headers are too large (RFC 6585 §5). nginx says so with 494 or 400. What has
 * no body can be too large in its headers alone (RFC 9110 §15.5.14).
 */
export function isHeaderTooLarge(
	{ status, body }: { status: number; body: string },
	request?: HttpRequest
): boolean {
	if (status === 431 || status === 494) return true;
	if (status === 413) return request !== undefined && !request.body;
	return status === 400 && words.test(body.slice(0, 4000));
}
