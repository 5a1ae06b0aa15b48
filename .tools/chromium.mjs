import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** Where a Chromium (or a browser made from it) lies: CHROMIUM_PATH, or the usual places; undefined when there is none. */
export function findChromium(env = process.env, platform = process.platform) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : undefined;
  return usualPlaces(env, platform).find((path) => existsSync(path));
}

function usualPlaces(env, platform) {
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome', 'Microsoft Edge', 'Brave Browser'];
    return ['', env.HOME ?? ''].flatMap((home) =>
      apps.map((app) => join(home, '/Applications', `${app}.app/Contents/MacOS/${app}`)),
    );
  }
  if (platform === 'win32') {
    const folders = [env.ProgramFiles, env['ProgramFiles(x86)'], env.LOCALAPPDATA].filter(Boolean);
    const programs = [
      'Chromium/Application/chrome.exe',
      'Google/Chrome/Application/chrome.exe',
      'Microsoft/Edge/Application/msedge.exe',
    ];
    return folders.flatMap((folder) => programs.map((program) => join(folder, program)));
  }
  // First the one that is nothing but the page: the windows around it take nearly half of a browser's time.
  const names = [
    'chromium-headless-shell',
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
  ];
  const folders = [...(env.PATH ?? '').split(delimiter), '/usr/bin', '/usr/local/bin', '/snap/bin'].filter(
    Boolean,
  );
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

export const chromiumRemedy =
  'Install one (Debian: `apt-get install chromium-headless-shell`; elsewhere Chrome or Edge will do) or name it in CHROMIUM_PATH.';
