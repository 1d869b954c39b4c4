// Asks the registry about known vulnerabilities of what is installed. Fails for one of high or critical severity in
// what runs in production, unless it stands below with the reason why it does not concern us and a day to look again.
// Where the registry cannot be asked, says so loudly, and does not fail: a test must not depend on somebody's network.
import { spawnSync } from 'node:child_process';

/** By advisory, e.g. `GHSA-…`: why it is let pass, and until when. */
const EXCEPTIONS = {};

const FAILS = ['high', 'critical'];

const answer = ask();
if (answer === undefined) {
  console.error('\n!! npm audit: the registry could not be asked. NOTHING is known about vulnerabilities.\n');
  process.exit(0);
}
const found = advisories(answer);
const bad = found.filter(({ severity, id }) => FAILS.includes(severity) && !isExcepted(id));
for (const { id, severity, name, title, url } of found) {
  const reason = EXCEPTIONS[id]?.reason;
  console.log(
    `${severity}  ${name}: ${title} (${url})${reason === undefined ? '' : ` - excepted: ${reason}`}`,
  );
}
for (const id of Object.keys(EXCEPTIONS)) {
  if (!found.some((one) => one.id === id))
    console.log(`${id} is excepted and no longer found: remove it from the list`);
}
console.log(`npm audit: ${found.length} known in production packages, ${bad.length} of them not let pass`);
process.exit(bad.length > 0 ? 1 : 0);

function ask() {
  const { stdout } = spawnSync('npm', ['audit', '--omit=dev', '--json'], {
    encoding: 'utf8',
    timeout: 60_000,
  });
  try {
    const parsed = JSON.parse(stdout);
    return parsed.vulnerabilities === undefined ? undefined : parsed;
  } catch {
    return undefined;
  }
}

function advisories({ vulnerabilities }) {
  const all = Object.values(vulnerabilities).flatMap(({ name, via }) =>
    via
      .filter((one) => typeof one === 'object')
      .map(({ url, severity, title }) => ({ id: url.split('/').at(-1), url, severity, title, name })),
  );
  return [...new Map(all.map((one) => [one.id, one])).values()];
}

function isExcepted(id) {
  const exception = EXCEPTIONS[id];
  return exception !== undefined && new Date(exception.until) > new Date();
}
