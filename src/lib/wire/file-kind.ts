/** What a file is by its first bytes. */

export type FileKind =
	| { kind: 'text'; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' }
	| { kind: 'gzip' | 'zlib' | 'zip' | 'empty' | 'unknown' }
	| { kind: 'image' | 'archive' | 'document' | 'capture'; name: string };

/** Signs that stand at the very beginning, as Latin letters. */
const signs: readonly [string, FileKind][] = [
	['\x1f\x8b', { kind: 'gzip' }],
	// RFC 1950, as programs write it: 78 and the level. mitmproxy packs its `.zhar` so.
	['\x78\x01', { kind: 'zlib' }],
	['\x78\x9c', { kind: 'zlib' }],
	['\x78\xda', { kind: 'zlib' }],
	['PK\x03\x04', { kind: 'zip' }],
	['PK\x05\x06', { kind: 'zip' }],
	['\x89PNG', { kind: 'image', name: 'PNG' }],
	['\xff\xd8\xff', { kind: 'image', name: 'JPEG' }],
	['GIF8', { kind: 'image', name: 'GIF' }],
	['RIFF', { kind: 'image', name: 'WebP' }],
	['BM', { kind: 'image', name: 'BMP' }],
	['%PDF', { kind: 'document', name: 'PDF' }],
	['\xd0\xcf\x11\xe0', { kind: 'document', name: 'Office' }],
	['7z\xbc\xaf', { kind: 'archive', name: '7z' }],
	['Rar!', { kind: 'archive', name: 'RAR' }],
	['\xfd7zXZ', { kind: 'archive', name: 'xz' }],
	['BZh', { kind: 'archive', name: 'bzip2' }],
	['\x28\xb5\x2f\xfd', { kind: 'archive', name: 'zstd' }],
	['\xd4\xc3\xb2\xa1', { kind: 'capture', name: 'pcap' }],
	['\xa1\xb2\xc3\xd4', { kind: 'capture', name: 'pcap' }],
	['\x0a\x0d\x0d\x0a', { kind: 'capture', name: 'pcapng' }]
];

/** Of bytes that are no text: a zero stands in no UTF-8. In UTF-16 every other one of plain letters is one. */
function textKind(head: Uint8Array): FileKind {
	const [first = 0, second = 0, third = 0] = head;
	if (first === 0xff && second === 0xfe) return { kind: 'text', encoding: 'utf-16le' };
	if (first === 0xfe && second === 0xff) return { kind: 'text', encoding: 'utf-16be' };
	const isMarked = first === 0xef && second === 0xbb && third === 0xbf;
	if (!isMarked && head.length > 3 && first !== 0 && second === 0 && head[3] === 0)
		return { kind: 'text', encoding: 'utf-16le' };
	if (head.length > 3 && first === 0 && second !== 0 && third === 0)
		return { kind: 'text', encoding: 'utf-16be' };
	return head.includes(0) ? { kind: 'unknown' } : { kind: 'text', encoding: 'utf-8' };
}

/** `head`: the first bytes of it, all of them where it has fewer than some thousand. */
export function fileKind(head: Uint8Array): FileKind {
	if (head.length === 0) return { kind: 'empty' };
	const start = String.fromCharCode(...head.subarray(0, 8));
	const found = signs.find(([sign]) => start.startsWith(sign))?.[1];
	const text = textKind(head);
	// Two letters, or four, may begin any text.
	const isWord = found !== undefined && 'name' in found && /^(?:BMP|WebP|bzip2)$/.test(found.name);
	return found && !(isWord && text.kind === 'text') ? found : text;
}
