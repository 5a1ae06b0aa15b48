import { useGraphiQL } from '@graphiql/react';
import { useEffect } from 'react';
import { fillIn, type Findings } from './findings.ts';

/** Writes what earlier examples found into the open tab's variables, where everybody can see it. Renders nothing. */
export function FillIn({ findings }: { findings: Findings }) {
  const editor = useGraphiQL((state) => state.variableEditor);
  const variables = useGraphiQL(({ tabs, activeTabIndex }) => tabs[activeTabIndex]?.variables) ?? '';
  useEffect(() => {
    const filled = fillIn(variables, findings);
    if (filled !== variables) editor?.setValue(filled);
  }, [editor, findings, variables]);
  return null;
}
