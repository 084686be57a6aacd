import { loadPart } from '$lib/lexicon/part';
import type { PresetText } from '$lib/lessons/preset-text';
import { loadPresets, type Presets } from '$lib/providers/presets';
import type { KnownPreset } from '$lib/providers/providers';

export interface ToldPresets extends Presets {
	textOf: (preset: KnownPreset) => PresetText;
}

/** The presets, with what is said of them: only who shows that needs it. */
export async function loadToldPresets(): Promise<ToldPresets> {
	const [presets, { presetTexts }] = await Promise.all([
		loadPresets(),
		loadPart(() => import('$lib/lessons/en/providers/presets'))
	]);
	return { ...presets, textOf: ({ id }) => presetTexts[id] };
}
