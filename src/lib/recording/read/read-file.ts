/**
 * A file that somebody brought becomes the trace of a walk: the one door by which files come in. It never throws at what is
 * in a file, and what of it could be read is told, also where nothing can be opened.
 */
import type { IntakeFailure } from '$lib/lexicon/failure';
import { onlyKnown } from '$lib/lexicon/only-known';
import { loadPart } from '$lib/lexicon/part';
import type { FileNote } from '$lib/lexicon/recording';
import { fail, ok, type Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';
import { parseTrace } from '$lib/trace/file';
import { formatTrace } from '$lib/trace/format';
import { fileKind } from '$lib/wire/file-kind';
import { inUtf8, piecesOf, piecesOfBytes, unpacked, withoutMark, type Pieces } from '$lib/wire/file-bytes';
import type { Zip } from '$lib/wire/unzip';
import { traceOfRecording } from '../recording';
import { countsOf, type FileAbout, type FileRead, type Found, type Progress } from './about';
import { readAddresses } from './address-list';
import { Collector } from './collector';
import { formOf } from './file-form';
import { importedFact } from './imported-fact';
import { inOrder } from './in-order';
import { RecordingReader } from './recording-reader';

export interface ReadPorts {
	/** The time for what says none. */
	now: number;
	report?: (progress: Progress) => void;
	/** Lets others have the machine for a moment; nothing where nobody waits. */
	breathe?: () => Promise<void> | undefined;
}

/** Bytes that tell what a file is. */
const glance = 65_536;
/** Bytes: of the file as it is, of an archive that is opened whole, and of what is unpacked. */
const [mostFile, mostZip, mostUnpacked] = [2_000_000_000, 400_000_000, 1_200_000_000];
/** Bytes of a walk of this site, or of a list of addresses. */
const mostText = 40_000_000;

const refuse = (reason: IntakeFailure['reason'], where?: string): FileRead => ({
	trace: fail({ reason, ...onlyKnown({ where }) })
});

/** What somebody else said yes to is no yes of this person: nothing is read by it, and sending asks anew. */
const withoutYes = (trace: Trace): Trace => trace.filter(({ kind }) => kind !== 'allowed');

const headOf = async (file: Blob): Promise<Uint8Array> =>
	new Uint8Array(await file.slice(0, glance).arrayBuffer());

/** What the text comes from: the file itself, or what is in it. */
interface Source {
	pieces: Pieces;
	notes: Set<FileNote>;
	zip?: Zip;
	/** Where in the archive it stands: what stands beside it is named from there. */
	folder?: string;
}

/** Pictures of files that a system adds, and names that say what is inside. */
const isHidden = (name: string): boolean => /(?:^|\/)(?:__MACOSX\/|\.)/.test(name);

async function openArchive(
	file: Blob,
	report: (bytes: number) => void
): Promise<Result<Source, IntakeFailure>> {
	if (file.size > mostZip) return fail({ reason: 'too-large', where: `${file.size} bytes` });
	const { openZip } = await loadPart(() => import('$lib/wire/unzip'));
	const zip = openZip(new Uint8Array(await file.arrayBuffer()));
	if (!zip) return fail({ reason: 'archive-damaged' });
	const ending = (wanted: RegExp) =>
		zip.members
			.filter(({ name }) => wanted.test(name) && !isHidden(name))
			.sort((one, other) => other.size - one.size);
	const recordings = ending(/\.har$/i);
	const [chosen] = [...recordings, ...ending(/\.(?:json|jsonl|ndjson)$/i)];
	const isFiddler = zip.members.some(({ name }) => /^raw\/\d+_[cs]\.txt$/.test(name));
	if (!chosen)
		return fail(
			isFiddler ? { reason: 'other-recorder-form', where: 'Fiddler' } : { reason: 'archive-empty' }
		);
	if (chosen.size > mostUnpacked) return fail({ reason: 'too-large', where: `${chosen.size} bytes` });
	const bytes = zip.read(chosen.name);
	if (!bytes) return fail({ reason: 'archive-damaged' });
	const pieces = piecesOfBytes(bytes, { read: (at) => report((at / bytes.length) * file.size) });
	const notes = new Set<FileNote>(recordings.length > 1 ? ['one-of-several'] : []);
	return ok({ pieces, notes, zip, folder: chosen.name.replace(/[^/]*$/, '') });
}

async function open(file: Blob, report: (bytes: number) => void): Promise<Result<Source, IntakeFailure>> {
	const found = fileKind(await headOf(file));
	const notes = new Set<FileNote>();
	switch (found.kind) {
		case 'text':
			return ok({ pieces: piecesOf(file, { read: report }), notes });
		case 'gzip':
		case 'zlib': {
			const format = found.kind === 'gzip' ? 'gzip' : 'deflate';
			const how = { read: report, cutOff: () => notes.add('cut-off') };
			return ok({ pieces: unpacked(file, how, format), notes });
		}
		case 'zip':
			return openArchive(file, report);
		case 'empty':
			return fail({ reason: 'file-empty' });
		case 'image':
			return fail({ reason: 'file-is-image', where: found.name });
		case 'archive':
			return fail({ reason: 'other-archive', where: found.name });
		case 'capture':
			return fail({ reason: 'other-recorder-form', where: found.name });
		case 'document':
			return fail({ reason: 'file-not-text', where: found.name });
		case 'unknown':
			return fail({ reason: 'file-not-text' });
	}
}

async function allOf(pieces: Pieces, first: Uint8Array, most: number): Promise<string | undefined> {
	const decoder = new TextDecoder();
	let bytes = first.length;
	let text = decoder.decode(first, { stream: true });
	for await (const one of pieces) {
		bytes += one.length;
		if (bytes > most) return undefined;
		text += decoder.decode(one, { stream: true });
	}
	return text + decoder.decode();
}

function foundIn(trace: Trace): Found {
	const configured = trace.flatMap((fact) => (fact.kind === 'configured' ? [fact.configuration] : []));
	const each = (values: string[]): string[] => [...new Set(values.filter((one) => one !== ''))];
	const isMessage = (kind: string): boolean => ['exchanged', 'left', 'returned'].includes(kind);
	return {
		messages: trace.filter(({ kind }) => isMessage(kind)).length,
		attempts: configured.length,
		servers: each(configured.map(({ issuer }) => issuer)),
		clients: each(configured.map(({ clientId }) => clientId))
	};
}

const opened = (about: FileAbout, trace: Result<Trace, IntakeFailure>): FileRead =>
	trace.ok ? { about, trace, found: foundIn(trace.value) } : { about, trace };

/** A walk of this site. It is of one piece: what is cut off cannot be read. */
async function readWalk(pieces: Pieces, first: Uint8Array): Promise<FileRead> {
	const text = await allOf(pieces, first, mostText);
	if (text === undefined) return refuse('too-large');
	const parsed = parseTrace(text);
	if (!parsed.ok) return { trace: parsed };
	const trace = withoutYes(parsed.value);
	const { attempts: _, ...found } = foundIn(trace);
	const about: FileAbout = {
		...{ form: 'walk', bytes: text.length, entries: found.messages, kept: found.messages },
		...{ unread: {}, leftOut: {}, lacks: [], notes: [], missing: [], missingCount: 0 }
	};
	return { about, found, trace: ok(trace) };
}

/** The trace of what was collected. What is kept is read by the same rules: what could not be read again is refused now. */
function traceOf(collector: Collector, about: FileAbout, now: number): Result<Trace, IntakeFailure> {
	const { entries, kept, unread } = collector;
	if (entries === 0) return fail({ reason: about.notes.includes('cut-off') ? 'cut-off' : 'recording-empty' });
	if (kept.length === 0 && countsOf(unread) === entries) return fail({ reason: 'entries-unreadable' });
	const exchanges = inOrder(kept, now);
	const trace = traceOfRecording(exchanges);
	if (!trace.ok) return trace;
	return parseTrace(formatTrace([importedFact(about, exchanges[0]?.at ?? now), ...trace.value]));
}

async function readAddressFile(pieces: Pieces, first: Uint8Array, now: number): Promise<FileRead> {
	const text = await allOf(pieces, first, mostText);
	if (text === undefined) return refuse('too-large');
	const { exchanges, unread } = readAddresses(text);
	const collector = new Collector();
	collector.addAddresses(exchanges, unread);
	const about: FileAbout = {
		...{ form: 'urls', bytes: text.length, entries: collector.entries, kept: exchanges.length },
		...{ unread: collector.unread, leftOut: {}, lacks: collector.lacks, notes: collector.notes },
		...{ missing: [], missingCount: 0 }
	};
	return opened(about, traceOf(collector, about, now));
}

async function readEntries(
	source: Source,
	first: Uint8Array,
	reader: RecordingReader,
	ports: ReadPorts
): Promise<FileRead> {
	const { notes, zip, folder = '' } = source;
	let bytes = first.length;
	reader.push(first);
	for await (const one of source.pieces) {
		bytes += one.length;
		if (bytes > mostUnpacked * 2) {
			notes.add('not-to-the-end');
			break;
		}
		reader.push(one);
		await ports.breathe?.();
	}
	reader.end();
	reader.collector.attach((name) => zip?.read(folder + name));
	const about = reader.about(bytes, notes);
	if (!reader.hasEntries) {
		const reason = reader.isWhole ? 'not-a-trace' : reader.isBroken ? 'not-json' : 'cut-off';
		return refuse(reason, reason === 'not-a-trace' ? 'log.entries' : undefined);
	}
	return opened(about, traceOf(reader.collector, about, ports.now));
}

/** What the platform says of a file that was changed or moved, or that it may not read. */
const isGone = (error: unknown): boolean =>
	error instanceof DOMException &&
	['NotReadableError', 'NotFoundError', 'SecurityError'].includes(error.name);

/** Reads whatever somebody brought as a file. */
export async function readFile(file: Blob, ports: ReadPorts): Promise<FileRead> {
	try {
		return await readWhole(file, ports);
	} catch (error) {
		if (isGone(error)) return refuse('file-gone');
		throw error;
	}
}

async function readWhole(file: Blob, ports: ReadPorts): Promise<FileRead> {
	if (file.size > mostFile) return refuse('too-large', `${file.size} bytes`);
	let entries = (): number => 0;
	const source = await open(file, (bytes) => ports.report?.({ bytes, of: file.size, entries: entries() }));
	if (!source.ok) return { trace: source };
	const start = await source.value.pieces.next();
	if (start.done) return refuse(source.value.notes.has('cut-off') ? 'archive-damaged' : 'file-empty');
	const inside = fileKind(start.value.subarray(0, glance));
	if (inside.kind !== 'text') return refuse('file-not-text', 'name' in inside ? inside.name : undefined);
	const { encoding } = inside;
	async function* again(first: Uint8Array): Pieces {
		yield first;
		if (source.ok) yield* source.value.pieces;
	}
	const pieces = encoding === 'utf-8' ? source.value.pieces : inUtf8(again(start.value), encoding);
	const next = encoding === 'utf-8' ? start : await pieces.next();
	const first = withoutMark(next.value ?? new Uint8Array(0));
	const form = formOf(new TextDecoder().decode(first.subarray(0, glance)));
	if (!form.ok) return { trace: form };
	if (form.value === 'walk') return readWalk(pieces, first);
	if (form.value === 'urls') return readAddressFile(pieces, first, ports.now);
	const reader = new RecordingReader(form.value);
	entries = () => reader.collector.entries;
	return readEntries({ ...source.value, pieces }, first, reader, ports);
}
