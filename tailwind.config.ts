import type { Config } from 'tailwindcss';

/** Names for the variables of src/app.css, which has a light and a dark value for each. */
const colours = [
	'ground',
	'surface',
	'sunken',
	'ink',
	'muted',
	'faint',
	'line',
	'edge',
	'action',
	'on-action',
	'good',
	'bad',
	'warn',
	'browser',
	'server',
	'api'
];

export default {
	content: ['./src/**/*.{html,svelte}', './src/lib/{ui,panels}/**/*.ts'],
	theme: {
		extend: {
			colors: Object.fromEntries(colours.map((name) => [name, `var(--${name})`])),
			fontFamily: { sans: ['var(--sans)'], mono: ['var(--mono)'] },
			/** The whole scale: 12 · 13 · 15 · 18 · 24 · 32 · 44. */
			fontSize: {
				xs: ['0.75rem', '1.5'],
				sm: ['0.8125rem', '1.5'],
				base: ['0.9375rem', '1.55'],
				lg: ['1.125rem', '1.45'],
				xl: ['1.5rem', '1.25'],
				'2xl': ['2rem', '1.15'],
				'3xl': ['2.75rem', '1.08']
			},
			/** Pills 4, controls 8, surfaces 12. */
			borderRadius: { sm: '4px', DEFAULT: '8px', md: '8px', lg: '12px' },
			/** Hover, disclosure, a value along an arrow. */
			transitionDuration: { quick: '120ms', calm: '220ms', travel: '300ms' }
		}
	}
} satisfies Config;
