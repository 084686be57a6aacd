/** The bytes of a file piece by piece, as UTF-8: unpacked, and without the mark that some write in front. */

/** Bytes of one piece: few enough to be read between two frames, many enough to be few. */
const piece = 2_000_000;

export type Pieces = AsyncGenerator<Uint8Array, void>;

/** Of an archive that ends early everything before its end comes, and then `cutOff` is called. */
export interface Reading {
	/** Bytes of the file that were read so far. */
	read: (bytes: number) => void;
	cutOff: () => void;
}

/** The next piece is fetched while one is read: to fetch it takes as long as to read it. */
export async function* piecesOf(file: Blob, { read }: Pick<Reading, 'read'>): Pieces {
	const fetchAt = (at: number): Promise<ArrayBuffer> => file.slice(at, at + piece).arrayBuffer();
	let next = fetchAt(0);
	for (let at = 0; at < file.size; at += piece) {
		const bytes = await next;
		if (at + piece < file.size) next = fetchAt(at + piece);
		// Whoever stops here does not ask for it any more.
		next.catch(() => undefined);
		yield new Uint8Array(bytes);
		read(Math.min(at + piece, file.size));
	}
}

export async function* piecesOfBytes(bytes: Uint8Array, { read }: Pick<Reading, 'read'>): Pieces {
	for (let at = 0; at < bytes.length; at += piece) {
		yield await Promise.resolve(bytes.subarray(at, at + piece));
		read(Math.min(at + piece, bytes.length));
	}
}

/** RFC 1952, and RFC 1950 (`deflate`), unpacked by the platform. */
export async function* unpacked(
	file: Blob,
	{ read, cutOff }: Reading,
	format: 'gzip' | 'deflate' = 'gzip'
): Pieces {
	let at = 0;
	const counted = new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
		transform: (chunk, controller) => {
			at += chunk.length;
			controller.enqueue(chunk);
		}
	});
	const reader = file.stream().pipeThrough(counted).pipeThrough(new DecompressionStream(format)).getReader();
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return;
			yield value;
			read(at);
		}
	} catch (error) {
		// What the platform says of an archive that is damaged or ends early.
		if (!(error instanceof TypeError || error instanceof Error)) throw error;
		cutOff();
	} finally {
		// Whoever stops in the middle wants no more of it.
		await reader.cancel().catch(() => undefined);
	}
}

/** UTF-16 as UTF-8. */
export async function* inUtf8(pieces: Pieces, encoding: 'utf-16le' | 'utf-16be'): Pieces {
	const decoder = new TextDecoder(encoding);
	const encoder = new TextEncoder();
	for await (const one of pieces) yield encoder.encode(decoder.decode(one, { stream: true }));
	yield encoder.encode(decoder.decode());
}

/** Without the mark of UTF-8, which is no sign of the text. */
export const withoutMark = (head: Uint8Array): Uint8Array =>
	head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? head.subarray(3) : head;
