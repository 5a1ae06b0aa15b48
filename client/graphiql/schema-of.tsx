import { useGraphiQLActions } from '@graphiql/react';
import { useEffect } from 'react';

/** Asks for the schema again when somebody has signed in, since strangers may not see all of it. Renders nothing. */
export function SchemaOf({ viewerId }: { viewerId: string | undefined }) {
  const actions = useGraphiQLActions();
  useEffect(() => {
    if (viewerId) void actions.introspect();
  }, [viewerId, actions]);
  return null;
}
