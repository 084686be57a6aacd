/** What somebody brought: in the memory of the page alone, in no address and no storage. It goes along from page to page. */
import { createContext } from 'svelte';
import type { World } from '$lib/flow/world';
import type { Configuration } from '$lib/trace/configuration';

export interface BroughtFile {
	name: string;
	text: string;
}

/** What the walk shall open when its page is there: a file, or a text with one message. */
export type Handed = { kind: 'file'; file: BroughtFile } | { kind: 'message'; text: string };

/** What is to be compared: a text, or an attempt of this tab; without a number the one that its walk goes on with. */
export type Compared = { kind: 'text'; name: string; text: string } | { kind: 'tab'; attempt?: number };

export interface ComparedSides {
	one?: Compared;
	other?: Compared;
}

export class Intake {
	text = $state('');
	file = $state.raw<BroughtFile>();
	handed = $state.raw<Handed>();
	sides = $state.raw<ComparedSides>({});

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
}

export const [getIntake, setIntake] = createContext<Intake>();
