import { useMutation, type UseMutationResult } from '@tanstack/react-query';
import { useRef } from 'react';
import { storeAppointment } from '#web/features/appointments/appointments-queries.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { randomId } from '#web/lib/random-id.ts';
import { readSlotsAgain } from './booking-queries.ts';

export type BookingBody = Omit<Schemas['CreateAppointmentDto'], 'client_key'>;
export type Booked = Schemas['AppointmentDto'];
export type Booking = UseMutationResult<Booked, Error, BookingBody>;

/** Books. The same visit keeps its key over retries, so that it is booked once even if an answer was lost. */
export function useBooking(onBooked: (booked: Booked) => void): Booking {
  const sent = useRef({ visit: '', client_key: '' });
  return useMutation({
    mutationFn: async (body: BookingBody) => {
      const visit = JSON.stringify(body);
      if (sent.current.visit !== visit) sent.current = { visit, client_key: randomId() };
      const { client_key } = sent.current;
      return (await call(api.POST('/api/v1/appointments', { body: { ...body, client_key } }))).appointment;
    },
    onSuccess: (booked) => {
      storeAppointment(booked);
      onBooked(booked);
    },
    onSettled: readSlotsAgain,
  });
}
