import { createContext } from 'svelte';
import type { Playground } from './playground.svelte';

/** The playground of this page, set once by the layout of the walk. */
export const [getPlayground, setPlayground] = createContext<Playground>();
