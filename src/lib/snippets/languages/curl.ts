import { formatCurl, quoteWord } from '$lib/wire/curl';
import type { HttpRequest } from '$lib/wire/http';
import { bashLiteral, indented } from '../literals';
import { authorizationStart } from '../message';
import type { Scene } from '../scene';
import { refusals, usualTraps, type Language, type Snippet } from '../snippet';

/** Between single quotes where that says it all, and else by its bytes. */
const text = (value: string): string => (/^[ -~]*$/.test(value) ? quoteWord(value) : bashLiteral(value));

/** No word of a shell holds a NUL. */
const script =
	(snippet: (scene: Scene) => string): Snippet =>
	(scene) => {
		const code = `#!/usr/bin/env bash\n${snippet(scene)}`;
		return code.includes('\0') ? undefined : code;
	};

/** To the byte, with the head of the answer; undefined where no command line can say it. */
function send(request: HttpRequest): string | undefined {
	const command = formatCurl(request, undefined);
	return command === undefined ? undefined : `#!/usr/bin/env bash\n${command}\n`;
}

const toBase64url = `tr -- '+/' '-_' | tr -d '=\\n'`;

/** Byte by byte, but for those that need no encoding in a form (RFC 6749 Appendix B). */
const encode = `encode() {
  local LC_ALL=C text=$1 at byte
  for ((at = 0; at < \${#text}; at++)); do
    byte=\${text:at:1}
    case $byte in
      [A-Za-z0-9._~-]) printf '%s' "$byte" ;;
      *) printf -v byte '%d' "'$byte" && printf '%%%02X' "$((byte & 255))" ;;
    esac
  done
}`;

/** The dot keeps the line breaks at the end, which a shell takes away. */
const field = `decode() {
  local text=\${1//+/ }
  text=\${text//\\\\/\\\\\\\\}
  printf '%b' "\${text//%/\\\\x}"
}
field() {
  local pair IFS='&'
  for pair in $query; do
    if [ "$(decode "\${pair%%=*}")" = "$1" ]; then decode "\${pair#*=}"; return; fi
  done
  return 1
}
refuse() {
  printf '%s\\n' "$1" >&2
  exit 1
}`;

const callback = ({ callbackUrl, values, hasState, issuer, issuerInAnswer }: Scene): string => `set -f
came=${text(callbackUrl)}
${hasState ? `state=${text(values.state.text)}\n` : ''}issuer=${text(issuer)}

${field}
query=\${came#*\\?}
query=\${query%%#*}

${
	hasState
		? `[ "$(field state; echo .)" = "$state." ] || refuse ${text(refusals.state)}`
		: `! field state >/dev/null || refuse ${text(refusals.unaskedState)}`
}
${issuerInAnswer ? '' : 'field iss >/dev/null && '}{ [ "$(field iss; echo .)" = "$issuer." ] || refuse ${text(refusals.issuer)}; }
code=$(field code) || refuse ${text(refusals.error)}"$(field error)"
printf '%s\\n' "$code"
`;

export const curl: Language = {
	id: 'curl',
	file: (step) => `${step}.sh`,
	install: {},
	steps: {
		configure: ({ requests }) => send(requests.configure),
		verifier: script(
			() => `# 32 random octets: 43 characters of base64url, without padding (RFC 7636 §4.1)
openssl rand -base64 32 | ${toBase64url}
echo
`
		),
		challenge: script(
			({ values }) => `verifier=${text(values.verifier.text)}

# The octets of the digest, not its hexadecimal spelling (RFC 7636 §4.2)
printf '%s' "$verifier" | openssl dgst -sha256 -binary | openssl base64 -A | ${toBase64url}
echo
`
		),
		authorize: script(
			(scene) => `${encode}
parameters=(
${indented(
	scene.authorization.map(([name, value]) => `${text(name)} ${text(value)}`),
	'  '
)}
)
query=
for ((at = 0; at < \${#parameters[@]}; at += 2)); do
  query+="\${query:+&}$(encode "\${parameters[at]}")=$(encode "\${parameters[at + 1]}")"
done
printf '%s\\n' ${text(authorizationStart(scene))}"$query"
`
		),
		callback: script(callback),
		exchange: ({ requests }) => send(requests.exchange),
		tokens: 'no-library',
		call: ({ requests }) => send(requests.call),
		renew: ({ requests }) => send(requests.renew)
	},
	traps: usualTraps
};
