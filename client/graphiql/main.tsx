import 'graphiql/setup-workers/vite';
import 'graphiql/style.css';
import '@graphiql/plugin-explorer/style.css';
import './graphiql.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Page } from './page.tsx';

const place = document.querySelector('#graphiql');
if (!place) throw new Error('graphiql.html has no #graphiql');
createRoot(place).render(
  <StrictMode>
    <Page />
  </StrictMode>,
);
