/** How compiled languages are run, with what Debian has of their libraries. Nothing is fetched. */
import { existsSync } from 'node:fs';
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
