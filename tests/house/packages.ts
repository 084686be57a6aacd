interface Manifest {
	dependencies: Record<string, string>;
	devDependencies: Record<string, string>;
}

interface LockedPackage {
	version?: string;
	integrity?: string;
	/** Shipped inside its parent, whose integrity covers it. */
	inBundle?: boolean;
	resolved?: string;
	hasInstallScript?: boolean;
}

export interface Lockfile {
	packages: Record<string, LockedPackage & Partial<Manifest>>;
}

/**
 * Packages that have an install script. None of them runs here (.npmrc: ignore-scripts), and what they would do
 * is not needed.
 */
const withScript: Record<string, string> = {
	'node_modules/esbuild': 'checks the program that npm installs as a package of its own',
	'node_modules/fsevents': 'is there on macOS only, built already'
};

/** What is not pinned, not checked, or would run or download something at install. */
export function lockProblems(manifest: Manifest, lock: Lockfile, npmrc: string): string[] {
	const wanted = { ...manifest.dependencies, ...manifest.devDependencies };
	const root = lock.packages[''];
	const locked = { ...root?.dependencies, ...root?.devDependencies };
	const problems: string[] = [];
	for (const [name, range] of Object.entries(wanted)) {
		if (locked[name] !== range) problems.push(`${name}: package-lock.json does not know ${range}`);
		if (!lock.packages[`node_modules/${name}`]?.version) problems.push(`${name}: not pinned`);
		if (!/^[\^~]?\d/.test(range)) problems.push(`${name}: "${range}" is not a version`);
	}
	for (const [path, { integrity, inBundle, resolved, hasInstallScript }] of Object.entries(lock.packages)) {
		if (path !== '' && !integrity && !inBundle) problems.push(`${path}: no integrity`);
		if (resolved) problems.push(`${path}: says where it was downloaded from`);
		if (hasInstallScript && !(path in withScript)) problems.push(`${path}: has an install script`);
	}
	if (!/^ignore-scripts=true$/m.test(npmrc)) problems.push('.npmrc: install scripts may run');
	return problems;
}

/** Runtime dependencies without a line of reason: - `name`: why. */
export const reasonProblems = (manifest: Pick<Manifest, 'dependencies'>, text: string): string[] =>
	Object.keys(manifest.dependencies).filter((name) => !text.includes(`\n- \`${name}\`: `));

/** Reasons for what is no dependency any more. */
export const staleReasons = (manifest: Pick<Manifest, 'dependencies'>, text: string): string[] =>
	[...text.matchAll(/^- `([^`]+)`: /gm)]
		.map((match) => match[1]!)
		.filter((name) => !(name in manifest.dependencies));
