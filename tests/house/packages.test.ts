import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lockProblems, reasonProblems, staleReasons, type Lockfile } from './packages';

const read = (path: string): string => readFileSync(path, 'utf8');
const manifest = JSON.parse(read('package.json'));

/** The part of CONTRIBUTING.md that gives the reasons. */
const reasons = (): string =>
	read('CONTRIBUTING.md')
		.split(/^## /m)
		.find((part) => part.startsWith('Dependencies')) ?? '';

test('every package is pinned, checked, and runs nothing at install', () => {
	expect(lockProblems(manifest, JSON.parse(read('package-lock.json')), read('.npmrc'))).toEqual([]);
});

test('every runtime dependency has its reason in CONTRIBUTING.md, and nothing else has', () => {
	expect(reasonProblems(manifest, reasons())).toEqual([]);
	expect(staleReasons(manifest, reasons())).toEqual([]);
});

describe('the checker of packages sees', () => {
	const planted = { dependencies: { jose: '^6.0.0' }, devDependencies: {} };
	const lock = (more: Lockfile['packages'][string] = {}, range = '^6.0.0'): Lockfile => ({
		packages: {
			'': { dependencies: { jose: range } },
			'node_modules/jose': { version: '6.1.0', integrity: 'sha512-a', ...more }
		}
	});
	const npmrc = 'engine-strict=true\nignore-scripts=true\n';

	test('nothing wrong where all is well', () => {
		expect(lockProblems(planted, lock(), npmrc)).toEqual([]);
	});

	test('a lockfile that is behind', () => {
		expect(lockProblems(planted, lock({}, '^5.0.0'), npmrc)).toEqual([
			'jose: package-lock.json does not know ^6.0.0'
		]);
	});

	test('a range that is a tag or an address', () => {
		const tagged = { dependencies: { jose: 'latest' }, devDependencies: {} };
		expect(lockProblems(tagged, lock({}, 'latest'), npmrc)).toEqual(['jose: "latest" is not a version']);
	});

	test('install scripts, packages without a checksum and addresses', () => {
		expect(lockProblems(planted, lock({ hasInstallScript: true }), npmrc)).toHaveLength(1);
		expect(lockProblems(planted, lock({ integrity: '' }), npmrc)).toHaveLength(1);
		expect(lockProblems(planted, lock({ resolved: 'https://example.com/jose.tgz' }), npmrc)).toHaveLength(1);
		expect(lockProblems(planted, lock(), '')).toEqual(['.npmrc: install scripts may run']);
	});

	test('a dependency without a reason, and a reason without a dependency', () => {
		expect(reasonProblems(planted, '\n- `jose`: signs.')).toEqual([]);
		expect(reasonProblems(planted, '\n- `jwt-decode`: decodes.')).toEqual(['jose']);
		expect(staleReasons(planted, '\n- `jwt-decode`: decodes.')).toEqual(['jwt-decode']);
	});
});
