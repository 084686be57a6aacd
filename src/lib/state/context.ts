import { createContext } from 'svelte';
import type { Configuration } from '$lib/trace/configuration';
import type { ActionBar } from './action-bar.svelte';
import type { Autopilot } from './autopilot.svelte';
import type { Breaking } from './breaking.svelte';
import type { Drafts } from './drafts.svelte';
import type { Playground } from './playground.svelte';
import type { Replacements } from './replacements.svelte';
import type { SavedConfigurations } from './saved-configurations.svelte';

/** What the panels get from the layout of the walk, set once. */
export interface Walk {
	playground: Playground;
	drafts: Drafts;
	configurations: SavedConfigurations;
	replacements: Replacements;
	/** Where the one thing to do now stands. */
	bar: ActionBar;
	/** Walks by itself. */
	pilot: Autopilot;
	/** The mistake that is being made. */
	breaking: Breaking;
	/** Acts again and again, for what tells the time, until what it returned is called. */
	everySecond: (act: () => void) => () => void;
	/** The configuration that works at once on this site. */
	start: Configuration;
	/** Addresses of the site, base path included. */
	href: (path: string) => string;
	/** Takes the person to a URL. False: the browser did not open the window. `gone`: the popup or hidden frame is no more. */
	depart: (url: string, way: 'tab' | 'popup' | 'new-tab' | 'frame', gone?: () => void) => boolean;
	/** The ways from this page to a sign-in: `here`, in this page alone; `popup`, not by leaving it. */
	waysTo: (url: string) => 'any' | 'here' | 'popup';
	/** Whether the walk is inside another page. */
	inFrame: boolean;
	/** Goes to a page of this site. */
	visit: (path: string) => void;
	/** `type`: its media type; JSON where none is said. */
	save: (name: string, text: string, type?: string) => void;
}

export const [getWalk, setWalk] = createContext<Walk>();

/** The walk around, for what is also shown on pages that have none. */
export function findWalk(): Walk | undefined {
	try {
		return getWalk();
	} catch {
		return undefined;
	}
}
