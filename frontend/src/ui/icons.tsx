/** The drawings of Lucide (ISC) that these pages use, and the product's own mark. */
const shapes = {
  house:
    'M15 21v-8a1 1 0 0 0-1-1h-4a1 1 0 0 0-1 1v8M3 10a2 2 0 0 1 .709-1.528l7-6a2 2 0 0 1 2.582 0l7 6A2 2 0 0 1 21 10v9a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z',
  landmark:
    'M10 18v-7M11.119 2.205a2 2 0 0 1 1.762 0l7.84 3.846A.5.5 0 0 1 20.5 7h-17a.5.5 0 0 1-.22-.949zM14 18v-7M18 18v-7M3 22h18M6 18v-7',
  users: 'M18 21a8 8 0 0 0-16 0M10 3a5 5 0 1 0 0 10a5 5 0 1 0 0-10M22 20c0-3.37-2-6.5-4-8a5 5 0 0 0-.45-8.3',
  search: 'm21 21-4.34-4.34M11 3a8 8 0 1 0 0 16a8 8 0 1 0 0-16',
  theme:
    'M12 2v2M14.837 16.385a6 6 0 1 1-7.223-7.222c.624-.147.97.66.715 1.248a4 4 0 0 0 5.26 5.259c.589-.255 1.396.09 1.248.715M16 12a4 4 0 0 0-4-4M19 5l-1.256 1.256M20 12h2',
  braces:
    'M8 3H7a2 2 0 0 0-2 2v5a2 2 0 0 1-2 2 2 2 0 0 1 2 2v5c0 1.1.9 2 2 2h1M16 21h1a2 2 0 0 0 2-2v-5c0-1.1.9-2 2-2a2 2 0 0 1-2-2V5a2 2 0 0 0-2-2h-1',
  file: 'M15 2H6a2 2 0 0 0-2 2v16a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2V7zM14 2v4a2 2 0 0 0 2 2h4',
  menu: 'M4 5h16M4 12h16M4 19h16',
  plus: 'M5 12h14M12 5v14',
  pen: 'M21.174 6.812a1 1 0 0 0-3.986-3.987L3.842 16.174a2 2 0 0 0-.5.83l-1.321 4.352a.5.5 0 0 0 .623.622l4.353-1.32a2 2 0 0 0 .83-.497z',
  undo: 'M9 14 4 9l5-5M4 9h10.5a5.5 5.5 0 0 1 5.5 5.5a5.5 5.5 0 0 1-5.5 5.5H11',
  chevron: 'm6 9 6 6 6-6',
  x: 'M18 6 6 18M6 6l12 12',
  up: 'm5 12 7-7 7 7M12 19V5',
  down: 'M12 5v14M19 12l-7 7-7-7',
  trash: 'M10 11v6M14 11v6M19 6v14a2 2 0 0 1-2 2H7a2 2 0 0 1-2-2V6M3 6h18M8 6V4a2 2 0 0 1 2-2h4a2 2 0 0 1 2 2v2',
  alert: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M12 8v4M12 16h.01',
  check: 'M12 2a10 10 0 1 0 0 20a10 10 0 1 0 0-20M9 12l2 2 4-4',
};

export type IconName = keyof typeof shapes;

export const Icon = ({ name }: { name: IconName }) => (
  <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
    <path d={shapes[name]} />
  </svg>
);

export const Mark = () => (
  <svg className="logo" viewBox="0 0 28 28" fill="none" stroke="currentColor" strokeWidth="2.4" aria-hidden="true">
    <path d="M6.45 14.89A7.6 7.6 0 1 1 10.13 20.54" />
    <path
      className="logo-thread"
      strokeLinecap="round"
      d="M1.00 21.00C8.50 21.00 8.50 14.00 14.00 14.00M14.00 14.00C16.38 14.00 17.73 12.69 19.10 11.21M21.82 8.58C23.09 7.66 24.69 7.00 27.00 7.00"
    />
  </svg>
);
