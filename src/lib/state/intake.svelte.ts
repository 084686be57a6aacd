/** What somebody brought: in the memory of the page alone, in no address and no storage. It goes along from page to page. */
import { createContext } from 'svelte';
import type { World } from '$lib/flow/world';
import type { ReadFile } from '$lib/recording/read/about';
import type { Configuration } from '$lib/trace/configuration';
import type { Trace } from '$lib/trace/fact';
import type { OnBench } from './on-bench';

export interface BroughtFile {
	name: string;
	/** Of a text that is read in the page. */
	text: string;
	/** What is read by the door for files, and is no text in the page. */
	recording?: Blob;
}

/** What the walk shall open when its page is there: what was read of a file, or a text with one message. */
export type Handed = { kind: 'read'; name: string; trace: Trace } | { kind: 'message'; text: string };

/** What comes in as files goes through this. */
export interface FileDoor {
	read: ReadFile;
	/** As a text, or as a recording. */
	bring: (file: File) => Promise<BroughtFile>;
}

/** What is to be compared: a file or a text, or an attempt of this tab, without a number the one that its walk goes on with. */
export type Compared = { kind: 'file'; file: BroughtFile } | { kind: 'tab'; attempt?: number };

export interface ComparedSides {
	one?: Compared;
	other?: Compared;
}

export class Intake {
	text = $state('');
	file = $state.raw<BroughtFile>();
	handed = $state.raw<Handed>();
	sides = $state.raw<ComparedSides>({});
	/** What lies on the bench for tokens. */
	bench = $state.raw<OnBench>({ text: '', against: {} });

	/** `door`: fetched with the first file. */
	constructor(readonly door: () => Promise<FileDoor>) {}

	/** What was dropped or chosen. */
	async take(file: File): Promise<void> {
		this.file = await (await this.door()).bring(file);
	}

	/** Two of them are there to be compared. */
	async takeTwo(one: File, other: File): Promise<void> {
		const { bring } = await this.door();
		const [first, second] = await Promise.all([bring(one), bring(other)]);
		this.sides = { one: { kind: 'file', file: first }, other: { kind: 'file', file: second } };
	}

	clear(): void {
		this.text = '';
		this.file = undefined;
	}
}

/** Where it can go from here. */
export interface IntakeWays {
	/** The configuration that works at once on this site. */
	start: () => Configuration;
	/** Fills the first step of the walk, and what else is typed there, and goes there. */
	configure: (configuration: Configuration, typed?: Record<string, string>) => Promise<void>;
	visit: (path: string) => void;
	world: () => Promise<Pick<World, 'send'>>;
	/** Milliseconds since the epoch. */
	now: () => number;
}

export const [getIntake, setIntake] = createContext<Intake>();
