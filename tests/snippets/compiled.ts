/** How compiled languages are run, with what Debian has of their libraries. Nothing is fetched. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { StepId } from '$lib/lexicon/steps';
import { once, printed, program, type Command, type Runner } from './programs';

/** The version that Debian's package has, without what Debian adds; undefined when it is not installed. */
const packaged = (name: string): string | undefined =>
	printed(['dpkg-query', '-W', '-f', '${Version}', name])?.replace(/^\d+:|[+-].*$/g, '');

/** What runs it, when all of it is here. */
const together = (...parts: readonly (string | undefined)[]): string | undefined =>
	parts.includes(undefined) ? undefined : parts.join(', ');

const named = (name: string, version: string | undefined): string | undefined =>
	version && `${name} ${version}`;

const versionIn = (text: string | undefined): string | undefined => /\d+(?:\.\d+)+/.exec(text ?? '')?.[0];

const goPath = '/usr/share/gocode';
const goSource = (file: string): boolean => existsSync(join(goPath, 'src', file));
const hasPkce = once(() => goSource('golang.org/x/oauth2/pkce.go'));
const hasOidc = once(() => goSource('github.com/coreos/go-oidc/v3/oidc'));

export const go: Runner = {
	...program(
		'Go with golang.org/x/oauth2 (golang-go, golang-golang-x-oauth2-dev)',
		() =>
			together(
				named('Go', versionIn(printed(['go', 'version']))),
				named('golang.org/x/oauth2', packaged('golang-golang-x-oauth2-dev')),
				...(hasOidc() ? [named('go-oidc', packaged('golang-github-coreos-go-oidc-v3-dev'))] : [])
			),
		(file) => ['env', 'GO111MODULE=off', `GOPATH=${goPath}`, 'go', 'run', file]
	),
	lacks: (step) => {
		if (['verifier', 'challenge', 'authorize', 'exchange'].includes(step) && !hasPkce())
			return 'golang.org/x/oauth2 of 0.13 or later';
		return step === 'tokens' && !hasOidc() ? 'go-oidc 3' : undefined;
	}
};

const jars = ['/usr/share/java/jose4j.jar', '/usr/share/java/slf4j-api.jar'];
const hasJose = once(() => jars.every((jar) => existsSync(jar)));
const jose4j = (): (string | undefined)[] => (hasJose() ? [named('jose4j', packaged('libjose4j-java'))] : []);
const lacksJose = (step: StepId): string | undefined =>
	step === 'tokens' && !hasJose() ? 'jose4j (libjose4j-java)' : undefined;

const javaVersion = once(() => versionIn(printed(['java', '--version'])));

export const java: Runner = {
	...program(
		'a Java that runs a source file',
		() => together(named('OpenJDK', javaVersion()), ...jose4j()),
		(file) => ['java', '-cp', jars.join(':'), file]
	),
	lacks: lacksJose
};

const shell = (script: string, ...words: string[]): Command => ['sh', '-c', script, ...words];

export const kotlin: Runner = {
	...program(
		'Kotlin (kotlin)',
		() => together(named('Kotlin', packaged('kotlin')), named('OpenJDK', javaVersion()), ...jose4j()),
		(file) =>
			shell(
				'kotlinc -cp "$1" "$0" -d made >&2 && java -cp "made:/usr/share/java/kotlin-stdlib.jar:$1" "$2"',
				file,
				jars.join(':'),
				`${file.slice(0, 1).toUpperCase()}${file.slice(1, -3)}Kt`
			)
	),
	lacks: lacksJose
};

/** Its compiler takes no Main that is async: another one waits for it. */
const waiting = 'class Waiting { static void Main() { NAME.Main().GetAwaiter().GetResult(); } }';
const mono = [
	'set -e',
	'set -- "$0" "$1" "$(basename "$0" .cs)"',
	'if grep -q "async Task Main" "$1"; then echo "$2" | sed "s/NAME/$3/" > waiting.cs; set -- "$1" -main:Waiting waiting.cs',
	'else set -- "$1"; fi',
	'mcs -langversion:latest -r:System.Net.Http.dll -r:System.Web.dll -out:made.exe "$@" >&2',
	'mono made.exe'
].join('\n');

export const csharp: Runner = program(
	'Mono (mono-mcs, libmono-system-net-http4.0-cil, libmono-system-web4.0-cil)',
	() => together(named('Mono', versionIn(printed(['mcs', '--version'])))),
	(file) => shell(mono, file, waiting)
);

/** On Linux half of Foundation is a module of its own; on macOS it is part of it. */
export const swift: Runner = program(
	'Swift (swiftlang)',
	() => together(named('Swift', versionIn(printed(['swiftc', '--version'])))),
	(file) =>
		shell(
			'{ echo "import FoundationNetworking"; cat "$0"; } > main.swift && swiftc -swift-version 6 -o made main.swift >&2 && ./made',
			file
		)
);

const crates = ['jsonwebtoken', 'oauth2', 'reqwest', 'serde_json', 'url'];
const crateRegistry = '/usr/share/cargo/registry';
const cratePackage = (name: string): string => `librust-${name.replace('_', '-')}-dev`;

/** Libraries are compiled once for all steps, in a folder that stays. */
const rustFolder = join(tmpdir(), 'snippets-rust');

function rustManifest(): string {
	const features: Record<string, string> = { reqwest: ', features = ["blocking"]' };
	const lines = crates.map((name) => `${name} = { version = "*"${features[name] ?? ''} }`);
	return [
		'[package]',
		'name = "step"',
		'version = "0.0.0"',
		'edition = "2021"',
		'',
		'[dependencies]',
		...lines
	]
		.join('\n')
		.concat('\n');
}

function rustProject(): void {
	mkdirSync(join(rustFolder, '.cargo'), { recursive: true });
	mkdirSync(join(rustFolder, 'src'), { recursive: true });
	writeFileSync(join(rustFolder, 'Cargo.toml'), rustManifest());
	const source = `[source.crates-io]\nreplace-with = "debian"\n\n[source.debian]\ndirectory = "${crateRegistry}"\n`;
	writeFileSync(join(rustFolder, '.cargo', 'config.toml'), source);
}

export const rust: Runner = program(
	`Rust with ${crates.map(cratePackage).join(', ')}`,
	() =>
		together(
			named('Rust', versionIn(printed(['rustc', '--version']))),
			...crates.map((name) => named(name, packaged(cratePackage(name))))
		),
	(file) => {
		rustProject();
		return shell('cp "$0" "$1/src/main.rs" && cd "$1" && cargo run --quiet --offline', file, rustFolder);
	}
);
