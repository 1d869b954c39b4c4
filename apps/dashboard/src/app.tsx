import { lazy, Suspense } from 'react';
import { Route, Router, Switch } from 'wouter';
import { carried } from './past/clocks';
import { ActPage } from './pages/act/act-page';
import { DelaysPage } from './pages/delays/delays-page';
import { ActHistoryPage } from './pages/history/act-history-page';
import { SessionHistoryPage } from './pages/history/session-history-page';
import { HomePage } from './pages/home/home-page';
import { NotFoundPage } from './pages/home/not-found-page';
import { RegisterPage } from './pages/register/register-page';
import { SessionPage } from './pages/session/session-page';
import { SessionsPage } from './pages/sessions/sessions-page';
import { useArrival } from './shell/arrival';
import { useWayBack } from './shell/way-back';
import { Loading } from './ui/loading';

// What only people at work open is loaded when they do: the first page stays light.
const ActByNumberPage = lazy(() => import('./pages/act/act-by-number-page'));
const BodiesPage = lazy(() => import('./pages/bodies/bodies-page'));
const BodyPage = lazy(() => import('./pages/bodies/body-page'));
const ConductPage = lazy(() => import('./pages/conduct/conduct-page'));
const ComparePage = lazy(() => import('./pages/compare/compare-page'));
const ConvenePage = lazy(() => import('./pages/prepare/convene-page'));
const JournalPage = lazy(() => import('./pages/journal/journal-page'));
const PrintableRegisterPage = lazy(() => import('./pages/register/printable-register-page'));
// The charts come with what draws them.
const FiguresPage = lazy(() => import('./pages/figures/figures-page'));
const MemberPage = lazy(() => import('./pages/members/member-page'));
const MembersPage = lazy(() => import('./pages/members/members-page'));
const PreparationPage = lazy(() => import('./pages/prepare/preparation-page'));
const ReportPage = lazy(() => import('./pages/prepare/report-page'));
const RulesPage = lazy(() => import('./pages/rules/rules-page'));
const RoomPage = lazy(() => import('./pages/room/room-page'));
const SearchPage = lazy(() => import('./pages/search/search-page'));

export function App() {
  useArrival();
  useWayBack();
  return (
    <Router hrefs={carried} aroundNav={(navigate, to, options) => navigate(carried(to), options)}>
      <Suspense fallback={<Loading what="de la page" />}>
        <Routes />
      </Suspense>
    </Router>
  );
}

function Routes() {
  return (
    <Switch>
      <Route path="/">
        <HomePage />
      </Route>
      <Route path="/:authority">{({ authority }) => <RegisterPage authority={authority} />}</Route>
      <Route path="/:authority/registre-imprimable">
        {({ authority }) => <PrintableRegisterPage authority={authority} />}
      </Route>
      <Route path="/:authority/recherche">{({ authority }) => <SearchPage authority={authority} />}</Route>
      <Route path="/:authority/actes/*">
        {({ authority, '*': number }) => <ActByNumberPage authority={authority} number={number} />}
      </Route>
      <Route path="/:authority/affaires/:id">
        {({ authority, id }) => <ActPage authority={authority} id={id} />}
      </Route>
      <Route path="/:authority/affaires/:id/historique">
        {({ authority, id }) => <ActHistoryPage authority={authority} id={id} />}
      </Route>
      <Route path="/:authority/a-faire">{({ authority }) => <DelaysPage authority={authority} />}</Route>
      <Route path="/:authority/comparer">{({ authority }) => <ComparePage authority={authority} />}</Route>
      <Route path="/:authority/journal">{({ authority }) => <JournalPage authority={authority} />}</Route>
      <Route path="/:authority/instances">{({ authority }) => <BodiesPage authority={authority} />}</Route>
      <Route path="/:authority/instances/:body">
        {({ authority, body }) => <BodyPage authority={authority} id={body} />}
      </Route>
      <Route path="/:authority/chiffres">{({ authority }) => <FiguresPage authority={authority} />}</Route>
      <Route path="/:authority/elus">{({ authority }) => <MembersPage authority={authority} />}</Route>
      <Route path="/:authority/elus/:member">
        {({ authority, member }) => <MemberPage authority={authority} member={member} />}
      </Route>
      <Route path="/:authority/regles">{({ authority }) => <RulesPage authority={authority} />}</Route>
      <Route path="/:authority/seances/*?">
        <SessionRoutes />
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}

function SessionRoutes() {
  return (
    <Switch>
      <Route path="/:authority/seances">{({ authority }) => <SessionsPage authority={authority} />}</Route>
      <Route path="/:authority/seances/nouvelle">
        {({ authority }) => <ConvenePage authority={authority} />}
      </Route>
      <Route path="/:authority/seances/:id">
        {({ authority, id }) => <SessionPage authority={authority} id={id} />}
      </Route>
      <Route path="/:authority/seances/:id/preparation">
        {({ authority, id }) => <PreparationPage authority={authority} id={id} />}
      </Route>
      <Route path="/:authority/seances/:id/preparation/:affair">
        {({ authority, id, affair }) => (
          <ReportPage key={affair} authority={authority} session={id} affair={affair} />
        )}
      </Route>
      <Route path="/:authority/seances/:id/conduite">
        {({ authority, id }) => <ConductPage authority={authority} id={id} />}
      </Route>
      <Route path="/:authority/seances/:id/salle">
        {({ authority, id }) => <RoomPage authority={authority} id={id} />}
      </Route>
      <Route path="/:authority/seances/:id/historique">
        {({ authority, id }) => <SessionHistoryPage authority={authority} id={id} />}
      </Route>
      <Route>
        <NotFoundPage />
      </Route>
    </Switch>
  );
}
