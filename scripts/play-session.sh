#!/usr/bin/env bash
# Plays a séance through the HTTP interface, command by command, with curl: what a clerk's software would send.
#
#   REGISTRE_TOKEN=$(npx registre token --role operator clerk chair signatory --for greffe) \
#     scripts/play-session.sh [URL [RECORD [AUTHORITY]]]
#
# The facts are read from a session record (default: the shipped example); the record itself is not imported.
# Prints the certified extract of its first affair.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)
url=${1:-http://127.0.0.1:3000}
record=${2:-$here/libs/exchange/examples/amp-bureau-2023-05-04/record.json}
authority=${3:-$(node -p "require('$(realpath "$record")').authority.key")}
api=$url/api/v1/$authority
: "${REGISTRE_TOKEN:?a token is needed: see the head of this script}"

# A value of the record, as JSON: `r` is the record, `a` its first affair.
fact() { node -e "const r=require('$(realpath "$record")'),a=r.affairs[0];process.stdout.write(JSON.stringify($1))"; }
# Sends a command; each carries a key of its own, so that the script can be run again after a cut.
send() {
  curl -sS --fail-with-body -H "authorization: Bearer $REGISTRE_TOKEN" -X POST "$api$2" -H 'content-type: application/json' \
    -H "idempotency-key: play-$1" --data-binary "$3"
}
id() { sed -E 's/.*"id":"([^"]+)".*/\1/'; }
day="\"occurredAt\":{\"date\":$(fact 'r.session.date'),\"time\":null}"
unknown='"occurredAt":{"date":null,"time":null}'

echo "— la collectivité, l’instance, ses membres, son modèle d’extrait" >&2
send authority '' "{\"name\":$(fact 'r.authority.name'),\"siren\":$(fact 'r.authority.siren'),\"siret\":$(fact 'r.authority.siret'),\"kind\":$(fact 'r.authority.kind'),\"department\":$(fact 'r.authority.department'),\"timezone\":$(fact 'r.authority.timezone')}" >/dev/null
body=$(node -p "require('$(realpath "$record")').body.key")
send body /bodies "{\"key\":\"$body\",\"name\":$(fact 'r.body.name'),\"kind\":$(fact 'r.body.kind')}" >/dev/null
send members "/bodies/$body/members" "{\"members\":$(fact 'r.body.members')}" >/dev/null
template=$(fact "{name:r.body.template,text:require('fs').readFileSync(require('path').resolve('$(dirname "$(realpath "$record")")',r.body.template),'utf8')}")
send template "/bodies/$body/template" "$template" >/dev/null

echo "— la convocation, l’affaire, son rapport, son annexe, son numéro" >&2
session=$(send convene /sessions "{\"body\":\"$body\",\"date\":$(fact 'r.session.date'),\"inOffice\":null,$unknown}" | id)
affairs=/sessions/$session/affairs
affair=$(send affair "$affairs" "{\"subject\":$(fact 'a.subject'),\"order\":null,\"key\":$(fact 'a.key'),$unknown}" | id)
report=$(fact '{subject:a.subject,classification:a.classification,references:a.references,rapporteur:a.rapporteur,delegation:a.delegation,text:a.report,citations:a.citations,recitals:a.recitals,articles:a.articles,budget:a.budget,subsidies:a.subsidies}')
send report "$affairs/$affair/report" "{\"report\":$report,\"annexes\":[],$unknown}" >/dev/null
send annex "$affairs/$affair/annexes" "{\"title\":$(fact 'a.annexes[0].title'),$unknown}" >/dev/null
send number "$affairs/$affair/number" "{\"number\":$(fact 'a.number'),$unknown}" >/dev/null

echo "— l’ouverture, l’appel, la présidence" >&2
send open "/sessions/$session/opening" "{\"attendance\":[],\"proxies\":null,\"movements\":null,\"secretaries\":null,\"stated\":$(fact 'r.session.stated'),$day}" >/dev/null
send attendance "/sessions/$session/attendance" "{\"entries\":$(fact 'r.session.attendance'),$day}" >/dev/null
send chair "/sessions/$session/chair" "{\"member\":$(fact 'r.session.chair'),$day}" >/dev/null

echo "— l’affaire est appelée, mise aux voix, décidée" >&2
send call "$affairs/$affair/call" "{\"recusals\":null,$day}" >/dev/null
ballot=$(send ballot "/sessions/$session/ballots" "{\"affair\":\"$affair\",\"method\":null,$day}" | id)
send close-ballot "/sessions/$session/ballots/$ballot/closing" "{\"outcome\":$(fact 'a.ballots[0].outcome'),\"proclaimed\":$(fact 'a.ballots[0].proclaimed'),$day}" >/dev/null
send decision "$affairs/$affair/decision" "{\"outcome\":$(fact 'a.outcome'),\"proclaimed\":$(fact 'a.proclaimed'),$day}" >/dev/null
send closing "/sessions/$session/closing" "{$day}" >/dev/null

echo "— l’extrait certifié" >&2
certified=$(send certify "$affairs/$affair/extract" "{\"formula\":$(fact 'a.extract.formula'),\"signatory\":$(fact 'a.extract.signatory'),\"certifiedOn\":$(fact 'a.extract.certifiedOn'),$unknown}")
token=$(echo "$certified" | sed -E 's/.*"stream":"([^"]+)","revision":([0-9]+).*/\1@\2/')
curl -sS --fail-with-body -H "authorization: Bearer $REGISTRE_TOKEN" "$api/affairs/$affair/extract?format=text&after=$token"
