import type { KnownPreset } from '$lib/providers/providers';
import type { PresetText } from '../../preset-text';
import { cloudTexts } from './cloud';
import { developerTexts } from './developer';
import { directoryTexts } from './directory';
import { ownServerTexts } from './own-server';
import { socialTexts } from './social';
import { workforceTexts } from './workforce';

/** What is said of each provider. Larger than the page that shows it: loaded with the presets. */
export const presetTexts: Readonly<Record<KnownPreset['id'], PresetText>> = {
	...workforceTexts,
	...directoryTexts,
	...cloudTexts,
	...developerTexts,
	...ownServerTexts,
	...socialTexts
};
