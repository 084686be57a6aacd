import { headerSize, isHeaderTooLarge } from '$lib/wire/header-size';
import type { Exchange } from '$lib/wire/http';
import type { SessionEvidence } from './evidence';

/** How large the headers were that a server refused for their size. */
export function headerEvidence({ request, response }: Exchange): SessionEvidence {
	const size = response && isHeaderTooLarge(response, request) ? headerSize(request) : undefined;
	if (!size) return {};
	const { all, name, bytes } = size;
	return { headersRefused: true, headerBytes: all, largestHeader: name, largestHeaderBytes: bytes };
}
