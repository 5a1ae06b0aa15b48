import { explorerPlugin } from '@graphiql/plugin-explorer';
import { GraphiQL, HISTORY_PLUGIN } from 'graphiql';
import { useState } from 'react';
import { createFetcher } from './api.ts';
import { exampleTabs } from './examples.ts';
import { FillIn } from './fill-in.tsx';
import { type Findings, learn, nothingFound } from './findings.ts';
import { SchemaOf } from './schema-of.tsx';
import { withoutPasswords } from './storage.ts';

const plugins = [explorerPlugin({ showAttribution: false }), HISTORY_PLUGIN];
const tabs = exampleTabs();
const storage = withoutPasswords(sessionStorage);

// GraphiQL takes the first tab's document from the tabs, but not its variables, and only what it kept itself after a reload.
const firstVariables = storage.getItem('graphiql:tabState') === null ? tabs[0]?.variables : undefined;

/** GraphiQL on the API beside it, as the person whom the web app's cookie names. */
export function Page() {
  const [findings, setFindings] = useState<Findings>(nothingFound);
  const [fetcher] = useState(() => createFetcher((data) => setFindings((known) => learn(known, data))));
  return (
    <GraphiQL
      fetcher={fetcher}
      plugins={plugins}
      defaultTabs={tabs}
      initialVariables={firstVariables}
      storage={storage}
      defaultEditorToolsVisibility="variables"
      inputValueDeprecation
      schemaDescription
    >
      <GraphiQL.Logo>
        <a href="/">Parley</a>
      </GraphiQL.Logo>
      <FillIn findings={findings} />
      <SchemaOf viewerId={findings.viewerId} />
    </GraphiQL>
  );
}
