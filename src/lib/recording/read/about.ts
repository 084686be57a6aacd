/** What a file says of itself and what it lacks, apart from what its messages mean. Plain JSON: it leaves the worker. */
import type { FileLack } from '$lib/lexicon/besides';
import type { IntakeFailure } from '$lib/lexicon/failure';
import type { FileForm, FileNote, LeftOut, Unfit } from '$lib/lexicon/recording';
import type { Result } from '$lib/lexicon/result';
import type { Trace } from '$lib/trace/fact';

/** A program, as it names itself. */
export interface Named {
	name: string;
	version?: string;
}

export interface FileAbout {
	form: FileForm;
	/** Bytes, unpacked. */
	bytes: number;
	recorder?: Named;
	browser?: Named;
	/** Of the format, where it is not the one that is known. */
	version?: string;
	entries: number;
	/** Entries that could not be read, and such as were read and not kept. */
	unread: Partial<Record<Unfit, number>>;
	leftOut: Partial<Record<LeftOut, number>>;
	/** Entries that may belong to a sign-in. */
	kept: number;
	/** When the earliest and the latest entry began. */
	first?: number;
	last?: number;
	lacks: FileLack[];
	notes: FileNote[];
	/** Names of what should stand beside the recording and was not brought: the first few, and how many. */
	missing: string[];
	missingCount: number;
	/** What the file says that was checked before it was handed on. */
	said?: unknown;
}

/** What of it the walk has. */
export interface Found {
	messages: number;
	/** Of a recording: what attempts a walk of this site has, the walk says. */
	attempts?: number;
	servers: string[];
	clients: string[];
}

/** `about` is there as soon as anything of the file could be read, also where nothing of it can be opened. */
export interface FileRead {
	about?: FileAbout;
	found?: Found;
	trace: Result<Trace, IntakeFailure>;
}

export interface Progress {
	/** Of the file as it is, packed or not. */
	bytes: number;
	of: number;
	entries: number;
}

export const countsOf = (counts: Partial<Record<string, number>>): number =>
	Object.values(counts).reduce<number>((sum, one = 0) => sum + one, 0);

/** How a file is read: it says how far it is, and ends when nobody wants it any more. */
export interface ReadHow {
	report: (progress: Progress) => void;
	signal: AbortSignal;
}

/** The door by which files come in. Undefined: it was cancelled. */
export type ReadFile = (file: Blob, how: ReadHow) => Promise<FileRead | undefined>;
