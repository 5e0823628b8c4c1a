import { html } from 'hono/html';
import { type Html, type Look, page } from '../layout';

/** A legal page; each says when its words last changed. */
export const legalPage = (look: Look, title: string, body: Html): Html =>
  page(look, {
    title,
    body: html`<h1>${title}</h1><p class="soft">${look.practice.name}. Last changed November 28, 2026.</p>${body}`,
  });
