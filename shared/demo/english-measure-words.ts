/** What the demo measures, in English. */
import type { MeasureWords } from './demo-words.ts';

export const englishMeasureWords: MeasureWords = {
  notes: [
    'Public holiday in this week',
    'Counted by the night shift',
    'Two days are missing',
    'New colleague, counted with help',
    'Many away ill',
  ],
  of: {
    outages: {
      name: 'Device failures on the wards',
      unit: 'a week',
      method: 'Tickets of the kind “device”, without those that were closed as a mistake.',
      change: 'Spare devices on every floor',
    },
    startTime: {
      name: 'Start of a ward computer',
      unit: 'min',
      method:
        'Ten computers, each Monday at six, from the button to the sign-in; the mean of them.',
      change: 'Fewer programs at the start',
    },
    lateTrolleys: {
      name: 'Trolleys that come late',
      unit: 'a day',
      method: 'Later than 15 minutes after the plan, by the scan at the ward’s door.',
      change: 'A second call for the driver',
    },
    emptyShelves: {
      name: 'Articles missing at the shelf',
      unit: 'a day',
      method: 'Counted on the evening round of all wards.',
      change: 'Cards that say when to order',
    },
    waiting: {
      name: 'Wait from check-in to treatment',
      unit: 'min',
      method: 'The median of the week, from the time stamps of the outpatient clinics.',
      change: 'One stamp at the check-in for all desks',
    },
    lettersOut: {
      name: 'Days until the discharge letter is out',
      unit: 'days',
      method: 'The mean of all letters of the week, from the record system.',
      change: 'Letters are dictated on the day before',
    },
    information: {
      name: 'How well patients were informed',
      unit: '',
      method: 'Twelve patients a week are asked at the exit; the answer in the middle counts.',
      change: 'A page in plain words, sent beforehand',
      scale: ['Badly', 'Poorly', 'Partly', 'Well', 'Fully'],
    },
    overtime: {
      name: 'Overtime of nurses',
      unit: 'h',
      method: 'Hours of the week over the plan, all wards together.',
      change: 'Plan comes out four weeks before',
    },
    shortNotice: {
      name: 'Changes of the plan at short notice',
      unit: 'in four weeks',
      method: 'Less than two days before the shift, by the log of the plan.',
      change: 'A pool for the night shift',
    },
    firstContact: {
      name: 'Solved at the first call',
      unit: '%',
      method: 'Of the calls of the week, those that nobody had to call back for.',
      change: 'The first line decides up to an amount',
    },
    electricity: {
      name: 'Electricity of a bed',
      unit: 'kWh a week',
      method: 'Main meters of all buildings, divided by the occupied beds.',
      change: 'Ventilation follows the time of day',
    },
    invoices: {
      name: 'Days until an invoice is paid',
      unit: 'days',
      method: 'The mean of the invoices that were paid in the week.',
      change: 'Delivery notes are matched by the number of the order',
    },
  },
};
