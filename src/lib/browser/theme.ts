/** Light, dark, or as the system has it. Kept for this site; `static/theme.js` reads it before the first paint. */
export const themes = ['system', 'light', 'dark'] as const;

export type Theme = (typeof themes)[number];

const key = 'pkce-playground theme';

export interface ThemeChoice {
	read: () => Theme;
	choose: (theme: Theme) => void;
}

/** Where storage is closed to this site the choice holds until the next load. */
export function openTheme(
	root: () => HTMLElement = () => document.documentElement,
	storage: () => Storage = () => localStorage
): ThemeChoice {
	const attempt = (act: () => void): void => {
		try {
			act();
		} catch {
			return;
		}
	};
	return {
		read: () => themes.find((theme) => theme === root().dataset.theme) ?? 'system',
		choose: (theme) => {
			if (theme === 'system') {
				delete root().dataset.theme;
				attempt(() => storage().removeItem(key));
			} else {
				root().dataset.theme = theme;
				attempt(() => storage().setItem(key, theme));
			}
		}
	};
}
