import { Card } from '../../ui/card';
import { Officers } from './officers';
import { Movements } from './movements';
import { MovementsPart } from './movements-part';
import { ProxiesPart } from './proxies-part';
import { RollCall } from './roll-call';
import { SESSION } from './routes';
import { useSeance } from './seance';
import { WhoIsThere } from './who-is-there';

/** Who is in the room: the roll call, then who comes and goes. */
export function RoomPanel() {
  const { state, sitting, may } = useSeance();
  const called = new Set(state.attendance?.map(({ member }) => member));
  const toCall = sitting.filter(({ ref }) => !called.has(ref));
  const calling = state.affairs.every((affair) => affair.called === null) && toCall.length > 0;
  const over = state.status === 'closed' || state.status === 'not-quorate';
  if (over || !may(`POST ${SESSION}/attendance`)) {
    return (
      <Card title="La salle" id="salle">
        <WhoIsThere />
      </Card>
    );
  }
  return (
    <Card title="La salle" id="salle">
      {sitting.length === 0 && <p>Personne n’est connu comme membre de cette instance.</p>}
      {state.status === 'open' && <Officers />}
      {calling && <RollCall toCall={toCall} />}
      {called.size > 0 && <Movements />}
      {called.size > 0 && <ProxiesPart />}
      <MovementsPart />
    </Card>
  );
}
