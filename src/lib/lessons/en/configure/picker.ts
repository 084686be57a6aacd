/** Where a known provider is picked. */
export const pickerTexts = {
	choose: 'Choose a provider',
	label: 'Which one',
	hint: 'Its issuer, scopes and extra parameters are filled in; you can change them all.',
	leftOut: 'Left out',
	chooseOne: 'Choose one',
	example: (example: string): string => `For example ${example}`
} as const;
