// Asks the service. Errors are thrown with the sentence of its problem details.
const meta = (name) => document.querySelector(`meta[name=${name}]`).content;
const wantsKey = meta('coupure-key') === 'yes';
let token = meta('coupure-token');

export const needsKey = () => wantsKey && !sessionStorage.getItem('coupure-key');

export async function setKey(key) {
  sessionStorage.setItem('coupure-key', key);
  try {
    token = (await json('/v1/token')).token;
  } catch (error) {
    sessionStorage.removeItem('coupure-key');
    throw error;
  }
}

async function ask(path, options = {}) {
  const headers = { ...options.headers };
  const key = sessionStorage.getItem('coupure-key');
  if (key) {
    headers.Authorization = `Bearer ${key}`;
    token = token || 'wanted';
  }
  if (options.method === 'PUT') {
    headers['X-Coupure-Token'] = token === 'wanted' ? (await json('/v1/token')).token : token;
  }
  const answer = await fetch(path, { ...options, headers });
  if (!answer.ok) {
    const problem = await answer.json().catch(() => ({}));
    throw new Error(problem.detail || `${answer.status}`);
  }
  return answer;
}

export const json = async (path, options) => (await ask(path, options)).json();
export const text = async (path, options) => (await ask(path, options)).text();

const send = (method) => (path, body) =>
  json(path, { method, body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } });
export const post = send('POST');
export const put = send('PUT');

/** Inspects a page: bytes, or none to have url fetched. */
export function inspect(body, type, url, lang) {
  const query = new URLSearchParams({ lang });
  if (url) {
    query.set('url', url);
  }
  const headers = type ? { 'Content-Type': type } : {};
  return json(`/v1/inspect?${query}`, { method: 'POST', body, headers });
}
