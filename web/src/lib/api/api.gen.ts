/* Written by scripts/api-client.mjs from openapi.json. */
export interface paths {
    "/api/v1/agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the agreements of a contact, newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["GateRecords_listAgreements"];
        put?: never;
        /**
         * Records a signature and confirms appointments that waited for it.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["GateRecords_signAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Withdraws a signature.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["GateRecords_withdrawAgreement"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys of the company, the oldest first; never the keys themselves.
         * @description Allowed: super_admin, owner, manager. Permission: `api-keys:manage`.
         */
        get: operations["ApiKeys_list"];
        put?: never;
        /**
         * Makes a key and shows it, once.
         * @description Send it as `Authorization: Bearer pb_…`. It works on every route that one of its permissions opens, never on routes of
         *     log-ins, accounts and keys, and not for sockets. It belongs to the company and stays when its maker leaves.
         *
         *     Allowed: super_admin, owner, manager. Permission: `api-keys:manage`.
         */
        post: operations["ApiKeys_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The permissions that you can give to a key.
         * @description Allowed: super_admin, owner, manager. Permission: `api-keys:manage`.
         */
        get: operations["ApiKeys_listPermissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a key; it is refused from then on.
         * @description Allowed: super_admin, owner, manager. Permission: `api-keys:manage`.
         */
        delete: operations["ApiKeys_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists appointments by start. With from and to: all that overlap this time, also stays.
         * @description `order=latest` lists the latest start first. Each row has the names of its service and staff member.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Appointments_list"];
        put?: never;
        /**
         * Books an appointment in one call.
         * @description 409 SLOT_TAKEN lists free alternatives; 409 PET_BUSY names a pet that has another appointment at that time.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/diary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns all that a calendar shows of some days, in one answer.
         * @description Appointments and holds that overlap these days, with their contact, pets and names; staff with their working
         *     times; time off, also requested; closures.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Diary_read"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/diary/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts the appointments that start on each day.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Diary_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds a time. 409 SLOT_TAKEN lists free alternatives; 409 PET_BUSY names a pet that has another appointment.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Holds_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Releases a hold. A repeated call changes nothing.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        delete: operations["Holds_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/holds/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books the held time for a customer. A repeated call returns the same appointment.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Holds_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/holds/{id}/extend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Extends the life of a hold.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Holds_extend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/series": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reports whether each occurrence is free. With `commit`, books all occurrences that are not skipped, or none.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Series_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/series/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a series and its appointments.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Series_get"];
        put?: never;
        post?: never;
        /**
         * Cancels the appointments of a series that have not begun.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        delete: operations["Series_cancelRest"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The free times of a service, by day and time.
         * @description With `except`: the times to which that appointment can move. Its own time counts as free.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Slots_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/unmet-gates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the gates that an appointment would not meet, before it is booked.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["UnmetGates_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns one appointment or hold.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Appointments_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes every field that is sent, or none of them.
         * @description The visit is planned and priced anew as far as it changes, and gates are judged for the whole stay. If the
         *     appointment no longer has the version of If-Match: 412 VERSION_MISMATCH. Only managers may undo a status. `override`
         *     overrides scheduling rules, never a taken time. `overbook` puts the visit beside another one of the same person, never
         *     on a taken table, kennel or room.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        patch: operations["Appointments_update"];
        trace?: never;
    };
    "/api/v1/appointments/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels an appointment and frees its time.
         * @description The customer pays no fee. A version other than that of If-Match is 412 VERSION_MISMATCH.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/check-in": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that the pets have arrived. Allowed only on the days of the appointment.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_checkIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/complete": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that the work is done or the guest has left. Frees the remaining time.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_complete"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/manage-link": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns the link for the customer; the same link until it is revoked.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["ManageLinks_issue"];
        /**
         * Revokes the link.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        delete: operations["ManageLinks_revoke"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/no-show": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that nobody came. Allowed only after the start time. Frees the time.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_noShow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/notices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists what the customer was told about the appointment, when, by which ways, and with what result.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["CustomerNotices_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/notices/skip": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Leaves the customer untold of the appointment as it is now.
         * @description A notice that still waits (`notify_delay_sec` of the change) is not sent. A notice that is sent stays in the list.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["CustomerNotices_skip"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Previews a PATCH: the changed appointment and the errors that the PATCH would return. Changes nothing.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_preview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the files of an appointment, oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["GateProofs_list"];
        put?: never;
        /**
         * Stores a file that the customer gave to staff.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["GateProofs_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/appointments/{id}/proofs/{proofId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Accepts or refuses a file. Accepting records the proof, and confirms the appointment if nothing else is pending.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        patch: operations["GateProofs_decide"];
        trace?: never;
    };
    "/api/v1/appointments/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Records that the work has begun. Allowed only on the days of the appointment.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Appointments_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a single-use link that is good for an hour, if the address has an account; the answer does not tell.
         * @description Public: no log-in is needed.
         */
        post: operations["PasswordReset_forgot"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Logs in. The header `x-device-token` (or the cookie `pb_device`) of an earlier log-in marks a known device.
         * @description Public: no log-in is needed.
         */
        post: operations["Auth_logIn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ends this session; its access token is refused from then on.
         * @description Needs the access token or, in cookie mode, the cookie, which it clears.
         *
         *     Public: an access token is optional.
         */
        post: operations["Auth_logOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Trades a refresh token for a new pair; reusing an old one ends the session.
         * @description The token comes in the body or, in cookie mode, in the cookie.
         *
         *     Public: no log-in is needed.
         */
        post: operations["Auth_refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a company and its owner, and logs the owner in.
         * @description Public: no log-in is needed.
         */
        post: operations["Auth_register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the password by a mailed link (reset or invitation), ends all sessions and a lock after wrong tries.
         * @description Public: no log-in is needed.
         */
        post: operations["PasswordReset_reset"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's open log-ins, the latest used first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Sessions_list"];
        put?: never;
        post?: never;
        /**
         * Ends all other log-ins of the caller.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        delete: operations["Sessions_endOthers"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Ends one of the caller's log-ins.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        delete: operations["Sessions_end"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The owner of the access token.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Auth_verify"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Proves that the user reads the mailbox, by the link that was mailed at registration; good once, for three days.
         * @description Public: no log-in is needed.
         */
        post: operations["EmailVerification_verify"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails the caller a new link; does nothing where the address is verified.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        post: operations["EmailVerification_resend"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/booking-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the company takes bookings.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["BookingSettings_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["BookingSettings_update"];
        trace?: never;
    };
    "/api/v1/canned-replies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The canned replies of the company, by shortcut.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["CannedReplies_list"];
        put?: never;
        /**
         * Makes a canned reply.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        post: operations["CannedReplies_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/canned-replies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One canned reply.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["CannedReplies_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a canned reply.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        delete: operations["CannedReplies_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        patch: operations["CannedReplies_update"];
        trace?: never;
    };
    "/api/v1/channels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Connected channels with their health, the oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `channels:read`.
         */
        get: operations["Channels_list"];
        put?: never;
        /**
         * Connects an account by a pasted token.
         * @description If it is proven at once that the token may act for the account, the channel is `live`. Otherwise it is `unverified`
         *     and reserves nothing, and the self-test can prove it later. An account that the company had before comes back with
         *     its history.
         *
         *     Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["Channels_connect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One channel with its health.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `channels:read`.
         */
        get: operations["Channels_get"];
        put?: never;
        post?: never;
        /**
         * Disconnects: Meta sends no more events, the account is free for others, its token is deleted, conversations stay.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        delete: operations["Channels_disconnect"];
        options?: never;
        head?: never;
        /**
         * Changes a channel. A new token replaces the old one only if it is proven that it may act for the account.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        patch: operations["Channels_update"];
        trace?: never;
    };
    "/api/v1/channels/{id}/reconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Returns the address of a log-in that gives the channel a new token.
         * @description The channel keeps its history. A log-in that cannot act for its account changes nothing.
         *
         *     Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["ChannelReconnect_reconnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/refresh-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks the token of a channel now and renews it where the platform allows that.
         * @description Only a token of Instagram Login can be renewed, once it is 24 hours old. For other tokens Meta is asked for
         *     their dates. `token.last_error` of the answer says what failed. PetBuddy does the same by itself once a day.
         *
         *     Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["Channels_refreshToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/channels/{id}/self-test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Tests the token and the subscription of a channel, and names the first step that fails.
         * @description An unverified channel whose steps `token` and `account` pass becomes `live`.
         *
         *     Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["Channels_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Days on which the company is closed, by their end.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Closures_list"];
        put?: never;
        /**
         * Closes the company for a while.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        post: operations["Closures_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/holiday-packs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Closes on a country’s public holidays of a year; may be repeated.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        post: operations["Closures_addHolidays"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/closures/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Opens the company again.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["Closures_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the name, days, hours or reach of a closure. No appointment is cancelled.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["Closures_update"];
        trace?: never;
    };
    "/api/v1/companies/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's company.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `company:read`.
         */
        get: operations["Companies_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Changes the caller's company.
         * @description Allowed: super_admin, owner, manager. Permission: `company:update`.
         */
        patch: operations["Companies_update"];
        trace?: never;
    };
    "/api/v1/companies/me/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the logo of the booking page: PNG, JPEG or WebP.
         * @description Allowed: super_admin, owner, manager. Permission: `company:update`.
         */
        post: operations["Companies_setLogo"];
        /**
         * Removes the logo.
         * @description Allowed: super_admin, owner, manager. Permission: `company:update`.
         */
        delete: operations["Companies_removeLogo"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts of the company with their pets, the newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:read`.
         */
        get: operations["Contacts_list"];
        put?: never;
        /**
         * Makes a contact.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:write`.
         */
        post: operations["Contacts_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All contacts as a CSV file, which an import understands.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:export`.
         */
        get: operations["CustomerExports_contacts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Imports of the last 30 days, the newest first.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        get: operations["CustomerImports_list"];
        put?: never;
        /**
         * Takes a CSV file with customers, services or appointments, and suggests what its columns mean.
         * @description Nothing is imported yet: check the file by `POST /contacts/imports/{id}/check`, then start the import. The
         *     first line names the columns. A row of `customers` is a contact, or a pet with its contact; a row of `services` is a
         *     service, a row of `appointments` is a future appointment of a known customer. Services and appointments also need
         *     the permission `booking:manage`. A file, its check and its undo are kept for 30 days.
         *
         *     Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        post: operations["CustomerImports_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One import, with its progress.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        get: operations["CustomerImports_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}/broken-rows": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Rows that cannot be imported, with the reasons.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        get: operations["CustomerImports_brokenRows"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}/broken-rows.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The broken rows as a CSV file that can be mended and imported.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        get: operations["CustomerImports_brokenCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}/check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Checks all rows and counts what an import would do, without a change.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        post: operations["CustomerImports_check"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}/start": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Imports the rows that are not broken.
         * @description A contact with the same phone, e-mail address or account is not made again and not changed; without any of
         *     them, one of the same name. A pet of the same contact and name gets the vaccinations that it does not have yet. New
         *     contacts are not announced one by one. A service of the same name gets the duration, price and description of the
         *     row. Appointments are booked as staff book them, by the same rules, and customers get no notice.
         *
         *     Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        post: operations["CustomerImports_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/imports/{id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deletes the documents that the import has made, except those that were changed or used since.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:import`.
         */
        post: operations["CustomerImports_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/merges/{merge_id}/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a merge back; what was written to the survivor since stays with it.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:write`.
         */
        post: operations["ContactMerges_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tags of all contacts, the most frequent first, at most 500.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:read`.
         */
        get: operations["Contacts_tagsInUse"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One contact. A merged contact names the contact that replaced it in `merged_into`.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:read`.
         */
        get: operations["Contacts_get"];
        put?: never;
        post?: never;
        /**
         * Deletes the contact with what belongs to it and the contacts that were merged into it.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:delete`.
         */
        delete: operations["Contacts_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:write`.
         */
        patch: operations["Contacts_update"];
        trace?: never;
    };
    "/api/v1/contacts/{id}/booking-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Counts completed visits, no-shows and late cancellations of a contact.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["BookingStats_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Merges another contact into this one: its identities, conversations and pets move here. Undoable for 30 days.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:write`.
         */
        post: operations["ContactMerges_merge"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/merge-suggestions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Contacts with the same phone, e-mail address or provider id.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:read`.
         */
        get: operations["ContactMerges_listSuggestions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/pets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pets of one contact, the newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:read`.
         */
        get: operations["Pets_listOfContact"];
        put?: never;
        /**
         * Makes a pet of this contact.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:write`.
         */
        post: operations["Pets_createForContact"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/contacts/{id}/tags": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds tags.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:write`.
         */
        post: operations["Contacts_addTags"];
        /**
         * Takes tags away: those of `?tag=`, and those of a body.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `contacts:write`.
         */
        delete: operations["Contacts_removeTags"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The inbox; every row carries all that a list shows.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Conversations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Changes all conversations that pass a filter, at most 5,000; the event `bulk:progress` tells how far it is.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        post: operations["Bulk_start"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/bulk/undo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a bulk change back, except for conversations that somebody has changed since.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        post: operations["Bulk_undo"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many conversations each view has, and how many of them are unread.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["ConversationCounts_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversation.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Conversations_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Status, snooze, assignee, team, labels, priority, automation. Claiming what a colleague has is 409 ALREADY_ASSIGNED.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        patch: operations["Conversations_update"];
        trace?: never;
    };
    "/api/v1/conversations/{id}/draft": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller's own draft; an empty one of version 0 where there is none.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Drafts_get"];
        /**
         * Saves the caller's own draft. A draft that another tab has changed is 409 VERSION_MISMATCH.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        put: operations["Drafts_put"];
        post?: never;
        /**
         * Deletes the caller's own draft.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        delete: operations["Drafts_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The history, newest first, or a part of it.
         * @description `around_seq` opens a window on an old message, and `after_seq` reads on towards the end.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["ConversationMessages_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/notes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Adds a note among staff, which the customer never sees.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        post: operations["ConversationMessages_addNote"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the caller's read mark.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        post: operations["ConversationMessages_markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/scheduled-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the waiting and the unsuccessful scheduled messages of a conversation, by time.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["ScheduledMessages_list"];
        put?: never;
        /**
         * Schedules a reply.
         * @description At its time it is sent as if you had called `POST /messages` then: the reply window is checked at that time. A message that
         *     is more than 24 hours late, because the server was down, is not sent.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        post: operations["ScheduledMessages_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/typing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Shows colleagues in the conversation that the caller is typing; for clients without a socket.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        post: operations["Conversations_showTyping"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/conversations/{id}/unread": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes the newest customer message unread for the caller.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        post: operations["Conversations_markUnread"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard/stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Figures of a period by day, channel, service and person.
         * @description Allowed: super_admin, owner, manager. Permission: `dashboard:read`.
         */
        get: operations["Dashboard_stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/dashboard/today": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What is to do today: arrivals, waiting customers, troubled channels, open gates.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `company:read`.
         */
        get: operations["Dashboard_today"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every integration of the company with its health.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        get: operations["Integrations_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The webhooks of the company, the oldest first.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        get: operations["OutgoingWebhooks_list"];
        put?: never;
        /**
         * Adds a webhook and shows its secret, once.
         * @description Each event of these kinds is sent as a POST with the headers of Standard Webhooks: `webhook-id`, `webhook-timestamp`
         *     and `webhook-signature`. It is sent at least once: drop a `webhook-id` that you have handled. First attempts come in
         *     the order of `seq`; an event that failed comes again 5 s, 5 min, 30 min, 2 h, 5 h and 10 h later, after newer ones.
         *     Answer with 200 to 299 within 15 s.
         *
         *     Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        post: operations["OutgoingWebhooks_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kinds of events, which the section `webhooks` of this document describes.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        get: operations["OutgoingWebhooks_listKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One webhook with its health.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        get: operations["OutgoingWebhooks_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a webhook and its deliveries.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        delete: operations["OutgoingWebhooks_remove"];
        options?: never;
        head?: never;
        /**
         * Changes a webhook, or switches it on or off.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        patch: operations["OutgoingWebhooks_update"];
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The deliveries of the last 30 days, the newest first.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        get: operations["WebhookDeliveries_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}/deliveries/{deliveryId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with the body that is sent.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        get: operations["WebhookDeliveries_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}/deliveries/{deliveryId}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one event again, with the same `webhook-id` and all attempts.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        post: operations["WebhookDeliveries_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends all events since a time again, in their order.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        post: operations["WebhookDeliveries_replaySince"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}/rotate-secret": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Makes a new secret and shows it, once; for 24 hours the old one signs, too.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        post: operations["OutgoingWebhooks_rotateSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/integrations/webhooks/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends one `webhook.test` now and returns the result.
         * @description Allowed: super_admin, owner, manager. Permission: `integrations:manage`.
         */
        post: operations["WebhookDeliveries_test"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the failed jobs of the company, the latest first. A super_admin sees those of all companies.
         * @description Allowed: super_admin, owner. Permission: `jobs:manage`.
         */
        get: operations["FailedJobs_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/jobs/failed/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Has the work tried again, with a fresh set of attempts.
         * @description Allowed: super_admin, owner. Permission: `jobs:manage`.
         */
        post: operations["FailedJobs_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The labels of the company, by name.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Labels_list"];
        put?: never;
        /**
         * Makes a label.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        post: operations["Labels_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/labels/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One label.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Labels_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a label; conversations lose it a moment later.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        delete: operations["Labels_remove"];
        options?: never;
        head?: never;
        /**
         * Changes name or color; conversations carry the new name a moment later.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:write`.
         */
        patch: operations["Labels_update"];
        trace?: never;
    };
    "/api/v1/media": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a file to be sent with a message: at most 25 MB, pictures 8 MB.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        post: operations["Media_upload"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/media/files/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A file by its signed address, or one part of it. Pictures are shown, anything else is saved.
         * @description Public: no log-in is needed.
         */
        get: operations["Media_download"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The templates of the WhatsApp channels, by name.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `channels:read`.
         */
        get: operations["Templates_list"];
        put?: never;
        /**
         * Sends a new template to WhatsApp for approval.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["Templates_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/sync": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reads the templates of a channel from WhatsApp now.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["Templates_sync"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/message-templates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One template.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `channels:read`.
         */
        get: operations["Templates_get"];
        put?: never;
        post?: never;
        /**
         * Deletes one language of a template, also at WhatsApp.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        delete: operations["Templates_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * A contact's messages, the newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Messages_list"];
        put?: never;
        /**
         * Saves a message, and forwards it if an operator writes on a social platform. It is saved whatever the forwarding does.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        post: operations["Messages_create"];
        /**
         * Empties a note or a message that was never sent; the body has its id.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        delete: operations["Messages_removeById"];
        options?: never;
        head?: never;
        /**
         * Edits a note or a message that was never sent; the body has its id.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        patch: operations["Messages_editById"];
        trace?: never;
    };
    "/api/v1/messages/instagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Instagram customers with their last message and unread count.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        post: operations["Messages_listInstagramCustomers"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/mark-read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Marks a whole conversation, or single messages and all before them, as read.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        put: operations["Messages_markRead"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One message.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["Messages_get"];
        put?: never;
        post?: never;
        /**
         * Empties a note or a message that was never sent; its place stays.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        delete: operations["Messages_remove"];
        options?: never;
        head?: never;
        /**
         * Edits a note or a message that was never sent.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        patch: operations["Messages_edit"];
        trace?: never;
    };
    "/api/v1/messages/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a failed message again.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        post: operations["Messages_retry"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The connected Pages, Instagram accounts and WhatsApp numbers.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `channels:read`.
         */
        get: operations["MetaAccount_listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/connections/whatsapp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Takes a code of Embedded Signup from a page with the JavaScript SDK of Meta.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["MetaConnect_takeSignupCode"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/connections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns a log-in with its steps and accounts, only to the person who started it.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        get: operations["MetaConnect_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/connections/{id}/choose": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Connects chosen accounts of a log-in.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["MetaConnect_choose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/disconnect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Gives up all accounts at Meta, or those of one platform; conversations stay.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        post: operations["MetaAccount_disconnect"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/inbound-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Events that were given up, the newest first.
         * @description Allowed: super_admin, owner, manager. Permission: `inbound:manage`.
         */
        get: operations["InboundEvents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/inbound-events/{id}/replay": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Applies a parked event again; no effect happens twice.
         * @description Allowed: super_admin, owner, manager. Permission: `inbound:manage`.
         */
        post: operations["InboundEvents_replay"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/oauth/callback": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Receives the answer of a log-in dialog.
         * @description Redirects to `/settings/channels?connect=<id>` of the staff app, or to `?connect_error=<code>` with `STATE_INVALID`,
         *     `STATE_USED`, `STATE_EXPIRED` or `CODE_MISSING`.
         *
         *     Public: no log-in is needed.
         */
        get: operations["MetaConnect_take"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/oauth/url": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the address of a log-in dialog.
         * @description Allowed: super_admin, owner, manager. Permission: `channels:manage`.
         */
        get: operations["MetaConnect_start"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/send-message": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a message to a contact in the newest conversation on Messenger, Instagram or WhatsApp.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        post: operations["MetaMessages_send"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether Meta is connected and webhooks can come in.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `channels:read`.
         */
        get: operations["MetaAccount_status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/webhook": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Meta's handshake: answers the bare challenge to whoever knows the verify token.
         * @description Public: no log-in is needed.
         */
        get: operations["Webhook_verify"];
        put?: never;
        /**
         * Takes a delivery: stored before it is acknowledged, worked on later. Copies of an event are taken once.
         * @description Public: no log-in is needed.
         */
        post: operations["Webhook_receive"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/meta/webhook/instagram": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Meta's handshake: answers the bare challenge to whoever knows the verify token.
         * @description Public: no log-in is needed.
         */
        get: operations["Webhook_verifyAlias1"];
        put?: never;
        /**
         * Takes a delivery: stored before it is acknowledged, worked on later. Copies of an event are taken once.
         * @description Public: no log-in is needed.
         */
        post: operations["Webhook_receiveAlias1"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The newest 100 notifications of the caller, the newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Notifications_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/preferences": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The ways in which the caller hears of each kind of event.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Notifications_preferences"];
        /**
         * Sets the ways in which the caller hears of each kind of event.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        put: operations["Notifications_setPreferences"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/push-key": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The public key for which a browser subscribes to pushes.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Push_key"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/push-settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What pushes show the caller, and when none are sent.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Push_settings"];
        /**
         * Sets what pushes show the caller, and when none are sent.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        put: operations["Push_setSettings"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/push-subscriptions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Registers the browser of the caller for pushes, or renews it.
         * @description A user has at most 10 browsers; a new one replaces the oldest. A log-out ends the subscription.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        post: operations["Push_subscribe"];
        /**
         * Ends the pushes to a browser of the caller.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        delete: operations["Push_unsubscribe"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/notifications/read": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Marks notifications of the caller as read.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        post: operations["Notifications_markRead"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pet-clearances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the clearances of a pet, newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["GateRecords_listClearances"];
        put?: never;
        /**
         * Records a passed evaluation or a vaccination proof, and confirms appointments that waited for it.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["GateRecords_addClearance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pet-clearances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Revokes a clearance.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["GateRecords_revokeClearance"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Pets of the company or of one contact, the newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:read`.
         */
        get: operations["Pets_list"];
        put?: never;
        /**
         * Makes a pet of a contact.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:write`.
         */
        post: operations["Pets_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/export.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * All pets with their owners as a CSV file, one line for each vaccination.
         * @description Allowed: super_admin, owner, manager. Permission: `contacts:export`.
         */
        get: operations["CustomerExports_pets"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/vaccination-ends": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Vaccinations by the day on which they end, one row for each pet and day.
         * @description A later vaccination of the same name replaces an earlier one. Vaccinations without an end are left out.
         *     `clearances` are proofs that staff have accepted in place of these vaccinations and that are valid longer.
         *
         *     Allowed: super_admin, owner, manager, staff. Permission: `pets:read`.
         */
        get: operations["VaccinationEnds_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/pets/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One pet.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:read`.
         */
        get: operations["Pets_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a pet.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:write`.
         */
        delete: operations["Pets_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `pets:write`.
         */
        patch: operations["Pets_update"];
        trace?: never;
    };
    "/api/v1/public/manage/{token}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the appointment, the allowed changes and their fees.
         * @description Public: no log-in is needed.
         */
        get: operations["Manage_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/manage/{token}.ics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the appointment as a calendar file (RFC 5545).
         * @description Public: no log-in is needed.
         */
        get: operations["ManageCalendar_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/manage/{token}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancels the appointment. A repeated call returns the same answer.
         * @description Public: no log-in is needed.
         */
        post: operations["Manage_cancel"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/manage/{token}/proofs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Stores a proof for a pending gate; staff review it.
         * @description Public: no log-in is needed.
         */
        post: operations["Manage_addProof"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/manage/{token}/reschedule": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Moves the appointment to another time, or leaves it unchanged.
         * @description Public: no log-in is needed.
         */
        post: operations["Manage_reschedule"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/manage/{token}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Searches other times for the appointment.
         * @description Public: no log-in is needed.
         */
        get: operations["Manage_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/holds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Holds a time for the visitor. A visitor may have two holds at a time.
         * @description Public: no log-in is needed.
         */
        post: operations["PublicBooking_hold"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/holds/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Releases a hold.
         * @description Public: no log-in is needed.
         */
        delete: operations["PublicBooking_release"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/holds/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books the held time.
         * @description If the company checks contacts, the first call sends a code, and the next call must include it.
         *
         *     Public: no log-in is needed.
         */
        post: operations["PublicBooking_confirm"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/logo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Leads to the logo of the company.
         * @description Public: no log-in is needed.
         */
        get: operations["PublicBooking_logo"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns duration and price of a visit before a time is chosen.
         * @description Public: no log-in is needed.
         */
        get: operations["PublicBooking_quote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the services of the public page, with duration and price for these pets.
         * @description Public: no log-in is needed.
         */
        get: operations["PublicBooking_listServices"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/public/{companySlug}/slots": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the free times of a service by day.
         * @description Public: no log-in is needed.
         */
        get: operations["PublicBooking_search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How many pets a day or a quarter of an hour may have, the oldest rule first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Quotas_list"];
        put?: never;
        /**
         * Makes a rule for how many pets there may be.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        post: operations["Quotas_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/quotas/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One rule.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Quotas_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a rule.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["Quotas_remove"];
        options?: never;
        head?: never;
        /**
         * Changes a rule. A lower `max` cancels no booking, but allows no new one above it.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["Quotas_update"];
        trace?: never;
    };
    "/api/v1/resource-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The kinds of resources, the oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["ResourceTypes_list"];
        put?: never;
        /**
         * Makes a kind of resource.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        post: operations["ResourceTypes_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resource-types/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One kind of resource.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["ResourceTypes_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a kind of resource; 409 IN_USE while resources or services use it.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["ResourceTypes_remove"];
        options?: never;
        head?: never;
        /**
         * Changes a kind of resource. Changing `kind` or `cell` is 409 IN_USE once it has had a resource.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["ResourceTypes_update"];
        trace?: never;
    };
    "/api/v1/resources": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tables, tubs, kennels and pools of places, the oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Resources_list"];
        put?: never;
        /**
         * Makes a resource.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        post: operations["Resources_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/resources/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One resource.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Resources_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a resource; 409 IN_USE while coming appointments need it. Set `active` to false to stop new ones.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["Resources_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["Resources_update"];
        trace?: never;
    };
    "/api/v1/scheduled-messages/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes a scheduled message. It is not sent.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        delete: operations["ScheduledMessages_cancel"];
        options?: never;
        head?: never;
        /**
         * Changes the given fields. A new time also schedules a failed or cancelled message again.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        patch: operations["ScheduledMessages_update"];
        trace?: never;
    };
    "/api/v1/scheduled-messages/{id}/send-now": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sends a scheduled message now, in the name of the caller.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `messages:send`.
         */
        post: operations["ScheduledMessages_sendNow"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The first five contacts, pets, messages and coming appointments that are found by some words.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `company:read`.
         */
        get: operations["Search_find"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the names of the secrets; never the values.
         * @description Allowed: super_admin, owner, manager. Permission: `secrets:manage`.
         */
        get: operations["Secrets_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/secrets/{name}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Stores a value under a name. Replaces an older value.
         * @description The name begins with a letter and has at most 64 letters, digits, `_` and `-`. The value has at most 8,192
         *     bytes. A company has at most 64 secrets.
         *
         *     Allowed: super_admin, owner, manager. Permission: `secrets:manage`.
         */
        put: operations["Secrets_put"];
        post?: never;
        /**
         * Deletes a secret.
         * @description Allowed: super_admin, owner, manager. Permission: `secrets:manage`.
         */
        delete: operations["Secrets_remove"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The company's services, the oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Services_list"];
        put?: never;
        /**
         * Makes a service that customers can book.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        post: operations["Services_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/services/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One service.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Services_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a service. Past appointments keep its data.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        delete: operations["Services_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given; lists are replaced whole.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["Services_update"];
        trace?: never;
    };
    "/api/v1/services/{id}/quote": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What a visit of these pets would take and cost, line by line.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Quotes_get"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/social-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Comments, reactions, posts and mentions of the channels, the newest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `conversations:read`.
         */
        get: operations["SocialEvents_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/socket/emit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Emits an event to one room; needs the internal service key.
         * @description Public: no log-in is needed.
         */
        post: operations["SocketEvents_emit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-schedules": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the schedules, oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["StaffSchedules_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/staff-schedules/{staff_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Returns the schedule of a staff member.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["StaffSchedules_get"];
        /**
         * Stores the schedule of a staff member and replaces an earlier one.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        put: operations["StaffSchedules_put"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The teams of the company, by name.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `users:read`.
         */
        get: operations["Teams_list"];
        put?: never;
        /**
         * Makes a team.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        post: operations["Teams_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/teams/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One team.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `users:read`.
         */
        get: operations["Teams_get"];
        put?: never;
        post?: never;
        /**
         * Deletes a team; conversations lose it a moment later.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        delete: operations["Teams_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the fields that are given; `member_ids` replaces the list.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        patch: operations["Teams_update"];
        trace?: never;
    };
    "/api/v1/time-off": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists time off, sorted by its end. Repeating time off is one row with its first date.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["TimeOff_list"];
        put?: never;
        /**
         * Adds time off: approved if a manager adds it, requested if staff add their own. Returns the affected appointments.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `time-off:request`.
         */
        post: operations["TimeOff_create"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/time-off/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Managers delete any, staff their own requests.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `time-off:request`.
         */
        delete: operations["TimeOff_remove"];
        options?: never;
        head?: never;
        /**
         * Approves a request, or takes the approval back.
         * @description Allowed: super_admin, owner, manager. Permission: `booking:manage`.
         */
        patch: operations["TimeOff_update"];
        trace?: never;
    };
    "/api/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The people of the company, the oldest account first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `users:read`.
         */
        get: operations["Users_list"];
        put?: never;
        /**
         * Invites somebody by mail. The caller's own e-mail address must be verified.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        post: operations["Users_invite"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The caller.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        get: operations["Profile_get"];
        put?: never;
        post?: never;
        /**
         * Removes the caller's account, unless the company would be left without an owner.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        delete: operations["Profile_remove"];
        options?: never;
        head?: never;
        /**
         * Changes the caller's profile or, with the current one, the password.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        patch: operations["Profile_update"];
        trace?: never;
    };
    "/api/v1/users/me/avatar": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sets the caller's picture: PNG, JPEG or WebP, at most 5 MB.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        post: operations["Profile_setAvatar"];
        /**
         * Removes the caller's picture.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `profile:manage`.
         */
        delete: operations["Profile_removeAvatar"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/presence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who of the company is online, and when each person was last seen.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `users:read`.
         */
        get: operations["Presence_list"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Removes somebody; only an owner may remove an owner.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        delete: operations["Users_remove"];
        options?: never;
        head?: never;
        /**
         * Changes name or role, or disables the account; only an owner may do so to an owner.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        patch: operations["Users_update"];
        trace?: never;
    };
    "/api/v1/users/{id}/resend-invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Mails a new link to somebody who has not accepted the invitation yet; the link before no longer works.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        post: operations["Users_resendInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/users/{id}/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Logs a user out everywhere. The user can log in again. Only an owner may log out an owner.
         * @description Allowed: super_admin, owner, manager. Permission: `users:manage`.
         */
        delete: operations["Users_endSessions"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Lists the waitlist, oldest first.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Waitlist_list"];
        put?: never;
        /**
         * Adds an entry. A time that is already free is offered at once.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Waitlist_add"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/counts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The number of entries that wait, and the number of open offers.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:read`.
         */
        get: operations["Waitlist_count"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Deletes an entry.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        delete: operations["Waitlist_remove"];
        options?: never;
        head?: never;
        /**
         * Changes an entry that has no offer.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        patch: operations["Waitlist_update"];
        trace?: never;
    };
    "/api/v1/waitlist/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Books the offered time for the customer.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Waitlist_accept"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/waitlist/{id}/decline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declines the offer. The entry waits on, and the next entry gets the time.
         * @description Allowed: super_admin, owner, manager, staff. Permission: `booking:write`.
         */
        post: operations["Waitlist_decline"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Everything the product depends on.
         * @description Public: no log-in is needed.
         */
        get: operations["Health_check"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/live": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The process answers; when it doesn't, restart it. Says nothing about its dependencies.
         * @description Public: no log-in is needed.
         */
        get: operations["Health_live"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/health/ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether this process may be sent requests.
         * @description It is not about to end, and the database works. The job queue is not asked: messages are taken and sent without it.
         *
         *     Public: no log-in is needed.
         */
        get: operations["Health_ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Metrics in Prometheus text form, for this machine itself or with the internal service key.
         * @description Public: no log-in is needed.
         */
        get: operations["Metrics_scrape"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "appointment.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An appointment was cancelled, or a hold was released or expired */
        post: operations["webhook_appointment_cancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "appointment.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A hold became an appointment */
        post: operations["webhook_appointment_created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "appointment.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A time was held, or a hold was moved */
        post: operations["webhook_appointment_held"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "appointment.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An appointment was moved, edited or approved, or its status changed */
        post: operations["webhook_appointment_updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "channel.health_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A channel was connected, disconnected or lost its token */
        post: operations["webhook_channel_health_changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "contact.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer was added, changed, merged or deleted; read the customer again */
        post: operations["webhook_contact_updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "conversation.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A conversation was opened, or its status, assignee, labels, contact or pets changed */
        post: operations["webhook_conversation_updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "import.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A CSV import ended or was undone; read what it may have changed again */
        post: operations["webhook_import_completed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A customer or a staff member wrote a message or a note */
        post: operations["webhook_message_created"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.status_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** An outbound message is sent, delivered, read or failed */
        post: operations["webhook_message_status_changed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "message.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** The content, reactions or files of a message changed */
        post: operations["webhook_message_updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "pet.updated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /** A pet was added, changed or deleted; read the pet again */
        post: operations["webhook_pet_updated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AccountEventDto: {
            /** Format: date-time */
            at: string;
            /**
             * @description `blocked`: nothing can be sent. `offboarded`: the number was removed from the app.
             * @enum {string}
             */
            kind: "deleted" | "offboarded" | "restricted" | "blocked" | "warned";
            message: string;
        };
        AddOnDto: {
            key: string;
            minutes: number;
            name: string;
            /**
             * @description Of boarding: `every` is done, and costs, each night; else once
             * @default last
             * @enum {string}
             */
            on: "every" | "first" | "last";
            /** @example 9000 */
            price: number;
            /** @default [] */
            requirements: components["schemas"]["RequirementDto"][];
        };
        AgreementDto: {
            _id: string;
            company_id: string;
            contact_id: string;
            /** Format: date-time */
            created_at: string;
            name: string;
            /** Format: date-time */
            signed_at: string;
            /** Format: date-time */
            updated_at: string;
        };
        AgreementPageDto: {
            items: components["schemas"]["AgreementDto"][];
            nextCursor: string | null;
        };
        ApiKeyDto: {
            _id: string;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /**
             * Format: date-time
             * @description Updated at most once a minute
             */
            last_used_at: string | null;
            name: string;
            permissions: ("company:read" | "company:update" | "users:read" | "contacts:read" | "contacts:write" | "contacts:delete" | "contacts:import" | "contacts:export" | "pets:read" | "pets:write" | "conversations:read" | "conversations:write" | "messages:send" | "messages:import" | "booking:read" | "booking:write" | "booking:override" | "booking:manage" | "time-off:request" | "channels:read" | "channels:manage" | "integrations:manage" | "inbound:manage" | "dashboard:read")[];
            /**
             * @description The beginning of the key
             * @example pb_x7Kq2pL
             */
            prefix: string;
        };
        ApiKeyPageDto: {
            items: components["schemas"]["ApiKeyDto"][];
            nextCursor: string | null;
        };
        AppointmentAnswerDto: {
            appointment: components["schemas"]["AppointmentDto"];
        };
        AppointmentDto: {
            _id: string;
            cancel_reason: string | null;
            /** @description User who made the last change; null: the customer or the system */
            changed_by: string | null;
            company_id: string;
            /**
             * Format: date-time
             * @description Before ends_at if the pets left early: the time after it is free
             */
            completed_at: string | null;
            contact_id: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** Format: date-time */
            ends_at: string;
            /**
             * Format: date-time
             * @description Of a hold
             */
            expires_at: string | null;
            /**
             * @description What moving, cancelling or not coming has cost
             * @example 9000
             */
            fee: number | null;
            /** @description One a pet */
            lines: components["schemas"]["AppointmentLineDto"][];
            /** @description Of boarding */
            nights: number | null;
            notes: string | null;
            overbook: components["schemas"]["ReasonedByDto"] | null;
            overbooked: boolean;
            /** @description Who overrode the scheduling rules, and why */
            override: components["schemas"]["ReasonedByDto"] | null;
            pending_on: components["schemas"]["FindingDto"][];
            /** @description Of the first line */
            pet_id: string | null;
            pet_ids: string[];
            policy: components["schemas"]["AppointmentPolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            /** @description Ids of what it takes */
            resources: string[];
            series_id: string | null;
            service_id: string;
            /** @enum {string} */
            source: "staff" | "public" | "conversation" | "series" | "waitlist" | "import" | "flow";
            staff_id: string | null;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "held" | "pending" | "confirmed" | "checked_in" | "in_progress" | "completed" | "cancelled" | "no_show";
            /** @description IANA name */
            time_zone: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change */
            version: number;
            warnings: components["schemas"]["FindingDto"][];
        };
        AppointmentLineDto: {
            add_ons: string[];
            /** Format: date-time */
            ends_at: string;
            pet_id: string | null;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            resource_ids: string[];
            service_id: string;
            staff_id: string | null;
            /** Format: date-time */
            starts_at: string;
        };
        AppointmentPageDto: {
            items: components["schemas"]["AppointmentRowDto"][];
            nextCursor: string | null;
        };
        AppointmentPolicyDto: {
            /** @description Whether the customer may */
            can_cancel: boolean;
            /** @description Whether the customer may */
            can_reschedule: boolean;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            cancel_fee: number;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            reschedule_fee: number;
        };
        AppointmentPreviewDto: {
            /** @description The appointment as the change would make it; nothing is stored */
            appointment: components["schemas"]["AppointmentDto"];
            /** @description Why the change would be refused; empty if it can be made */
            conflicts: components["schemas"]["ConflictDto"][];
            /**
             * @description The price before the change
             * @example 9000
             */
            price_before: number | null;
        };
        AppointmentRowDto: {
            _id: string;
            cancel_reason: string | null;
            /** @description User who made the last change; null: the customer or the system */
            changed_by: string | null;
            company_id: string;
            /**
             * Format: date-time
             * @description Before ends_at if the pets left early: the time after it is free
             */
            completed_at: string | null;
            contact_id: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** Format: date-time */
            ends_at: string;
            /**
             * Format: date-time
             * @description Of a hold
             */
            expires_at: string | null;
            /**
             * @description What moving, cancelling or not coming has cost
             * @example 9000
             */
            fee: number | null;
            /** @description One a pet */
            lines: components["schemas"]["AppointmentLineDto"][];
            /** @description Of boarding */
            nights: number | null;
            notes: string | null;
            overbook: components["schemas"]["ReasonedByDto"] | null;
            overbooked: boolean;
            /** @description Who overrode the scheduling rules, and why */
            override: components["schemas"]["ReasonedByDto"] | null;
            pending_on: components["schemas"]["FindingDto"][];
            /** @description Of the first line */
            pet_id: string | null;
            pet_ids: string[];
            policy: components["schemas"]["AppointmentPolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            /** @description Ids of what it takes */
            resources: string[];
            series_id: string | null;
            service_id: string;
            /**
             * @description Null if the service was deleted
             * @example Bath
             */
            service_name: string | null;
            /** @enum {string} */
            source: "staff" | "public" | "conversation" | "series" | "waitlist" | "import" | "flow";
            staff_id: string | null;
            /**
             * @description Null if nobody is named; stays after the colleague has left
             * @example Ana Souza
             */
            staff_name: string | null;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "held" | "pending" | "confirmed" | "checked_in" | "in_progress" | "completed" | "cancelled" | "no_show";
            /** @description IANA name */
            time_zone: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change */
            version: number;
            warnings: components["schemas"]["FindingDto"][];
        };
        AskedTraitsDto: {
            breeds: string[];
            coats: string[];
            /** @description Whether a service takes other species too */
            other_species: boolean;
            /** @description By weight, the smallest first */
            sizes: components["schemas"]["PublicSizeDto"][];
            species: string[];
            /** @description Whether the weight decides about anything */
            weight: boolean;
        };
        AttachmentDto: {
            /** @description Of audio and video. */
            duration_sec: number | null;
            file_description: string | null;
            height: number | null;
            /** @description The shared page. */
            link_url: string | null;
            mime_type: string | null;
            /** @description As the sender called it. */
            name: string | null;
            /** @description A copy of a voice note as MP4, for players that do not play Ogg or WebM. */
            playable_url: string | null;
            size: number | null;
            /** @enum {string} */
            state: "pending" | "stored" | "failed" | "expired";
            /** @enum {string} */
            type: "image" | "video" | "audio" | "file" | "sticker" | "location" | "contact" | "story" | "share" | "unsupported";
            /** @description Empty until our copy of a received file exists. */
            url: string;
            /** @description Pixels. */
            width: number | null;
        };
        AttachmentInputDto: {
            file_description?: string;
            /** @enum {string} */
            type: "image" | "video" | "audio" | "file";
            /**
             * Format: uri
             * @description Where the platform can fetch the file.
             */
            url: string;
        };
        BookedSeriesDto: {
            /** @description By time */
            appointments: components["schemas"]["AppointmentDto"][];
            series: components["schemas"]["SeriesDto"];
        };
        BookingSettingsDto: {
            code_template: components["schemas"]["CodeTemplateDto"];
            contact_check: boolean;
            customer_notices: components["schemas"]["CustomerNoticesDto"];
            hide_dead_gaps: boolean;
            hold_minutes: number;
            holds_per_visitor: number;
            policy: components["schemas"]["PolicyDto"];
            public_approval: boolean;
            public_page: boolean;
            quiet_hours: components["schemas"]["QuietHoursDto"] | null;
            request_hours: number;
            show_staff_names: boolean;
            sizes: components["schemas"]["SizeDto"][];
            /** @description Grows with every change; for If-Match */
            version: number;
            waitlist_offer_minutes: number;
        };
        BookingStatsDto: {
            completed: number;
            contact_id: string;
            /** @description Cancelled when it was no longer free */
            late_cancels: number;
            no_shows: number;
        };
        BrokenRowDto: {
            problems: components["schemas"]["RowProblemDto"][];
            /** @description As a spreadsheet counts: the first row after the names of the columns is 2 */
            row: number;
        };
        BrokenRowPageDto: {
            items: components["schemas"]["BrokenRowDto"][];
            nextCursor: string | null;
        };
        BulkActionDto: {
            add_label?: string;
            /** @description The id of a staff member; null frees the conversations. It also takes what colleagues have. */
            assigned_to?: string | null;
            /** @description Marks them as read (`true`) or unread (`false`) for the caller; it cannot be undone. */
            read?: boolean;
            remove_label?: string;
            /**
             * Format: date-time
             * @description Until when; null for "until the next message".
             */
            snoozed_until?: string | null;
            /** @enum {string} */
            status?: "open" | "pending" | "snoozed" | "resolved";
        };
        BulkChangeDto: {
            action: components["schemas"]["BulkActionDto"];
            /** @description How many conversations the caller expects; another number is 409 COUNT_CHANGED. */
            expected_count?: number;
            /** @description The filters of `GET /conversations`, and `ids`. */
            filter: components["schemas"]["BulkFilterDto"];
        };
        BulkFilterDto: {
            /** @description `me`, `none` or a staff member's id. */
            assignee?: string;
            /** @description The conversations of this contact, on all platforms. */
            contact_id?: string;
            /** @description Only these conversations. Ids that do not exist are left out. */
            ids?: string[];
            label?: string;
            /**
             * @description `person`: somebody of the staff has taken it; `bot`: a flow or the assistant has; `nobody`: neither.
             * @enum {string}
             */
            owner?: "person" | "bot" | "nobody";
            /** @enum {string} */
            platform?: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
            /** @description Words of the contact's name or phone, of a pet's name or of a message. */
            q?: string;
            /** @enum {string} */
            status?: "open" | "pending" | "snoozed" | "resolved";
            /** @description Of this team. */
            team_id?: string;
            /** @description `true`: only conversations in which the caller has unread messages. */
            unread?: boolean;
            /**
             * @description A ready-made view of open conversations: `mine`, `unassigned` (no assignee, and no bot has it), `waiting` (for 10
             *     minutes), `window` (closes within 4 hours), `bot` (a bot has it), `all`, or `label:<id>`.
             * @example mine
             */
            view?: string;
            /**
             * Format: date-time
             * @description The customer waits for an answer since this time or longer.
             * @example 2030-01-31T09:00:00Z
             */
            waiting_before?: string;
            /**
             * Format: date-time
             * @description The reply window is open now and closes before this time.
             * @example 2030-01-31T13:00:00Z
             */
            window_closes_before?: string;
        };
        ButtonInputDto: {
            /**
             * @description Sent back with the customer's answer. By default its place, from 1.
             * @example yes
             */
            id?: string;
            /** @example Yes, please */
            title: string;
        };
        CancelAppointmentDto: {
            /** @description false: the customer gets no notice of this change. Left out: as the booking settings say */
            notify_customer?: boolean;
            reason?: string | null;
        };
        CancelManagedDto: {
            /**
             * @description The fee that the customer saw. Another fee is 409 FEE_CHANGED
             * @example 9000
             */
            expected_fee?: number;
            reason?: string | null;
        };
        CannedReplyDto: {
            _id: string;
            /** @example hours */
            shortcut: string;
            text: string;
            title: string;
            /** @description The version that If-Match takes */
            version: number;
        };
        CannedReplyPageDto: {
            items: components["schemas"]["CannedReplyDto"][];
            nextCursor: string | null;
        };
        ChannelDto: {
            _id: string;
            app_scoped_id: string | null;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            external_id: string;
            has_token: boolean;
            health: components["schemas"]["ChannelHealthDto"];
            /** @description Null if this installation does not know the kind of channel. */
            limits: components["schemas"]["ChannelLimitsDto"] | null;
            name: string;
            /** @enum {string} */
            platform: "instagram" | "facebook" | "whatsapp" | "telegram" | "web";
            /**
             * @example {
             *       "waba_id": "205000000000001"
             *     }
             */
            settings: {
                [key: string]: unknown;
            };
            /**
             * @description `unverified`: it is not proven that the token may act for the account, so nothing comes in or goes out; run the
             *     self-test. `needs_reconnect`: the token no longer works, so nothing can be sent; customers' messages still come in.
             * @enum {string}
             */
            state: "unverified" | "live" | "needs_reconnect" | "disconnected";
            /** @description Null for a disconnected channel. */
            token: components["schemas"]["ChannelTokenDto"] | null;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows when a person changes the channel; for If-Match. */
            version: number;
        };
        ChannelErrorDto: {
            /** Format: date-time */
            at: string;
            code: string;
            message: string;
        };
        ChannelFiguresDto: {
            _id: string;
            /** @description From the first message of a customer to the first reply, for waits that began in the period. */
            first_reply_ms: components["schemas"]["PercentilesDto"];
            messages_in: number;
            /** @description By people, bots and phones; without notes and without messages that failed. */
            messages_out: number;
            /** @description Null if the channel does not exist any more. */
            name: string | null;
        };
        ChannelHealthDto: {
            account_event: components["schemas"]["AccountEventDto"] | null;
            /**
             * Format: date-time
             * @description The last self-test. PetBuddy runs one each day.
             */
            checked_at: string | null;
            /** @description The error of the last test or send, whichever is newer. Errors of single messages do not count. */
            last_error: components["schemas"]["ChannelErrorDto"] | null;
            /**
             * Format: date-time
             * @description Last event of a customer; noted every few seconds.
             */
            last_in_at: string | null;
            /**
             * Format: date-time
             * @description Last message the provider took from us.
             */
            last_out_at: string | null;
            /**
             * @description The step that a person has to take; null if none. `reconnect`: connect the account again. `open_provider`: act on the
             *     pages of the platform. `ask_operator`: the settings of this installation are wrong. `wait`: the problem ends by itself.
             *     `test`: run the self-test.
             * @example null
             * @enum {string|null}
             */
            next_step: "reconnect" | "open_provider" | "ask_operator" | "wait" | "test" | null;
            quota: components["schemas"]["ChannelQuotaDto"] | null;
            /**
             * Format: date-time
             * @description When another app last held a conversation. Meanwhile PetBuddy can read it, but not answer.
             */
            standby_at: string | null;
            /** @description Webhook fields the provider says we get. */
            subscribed_fields: string[];
            /**
             * @description Whole days until the token or the access to data ends; null: unknown, never, or the account must be connected again.
             * @example 54
             */
            token_days_left: number | null;
        };
        ChannelLimitsDto: {
            /** @description Buttons below a message; 0 where the platform has none. */
            buttons: number;
            list_rows: number;
            /** @description A kind of file that is not listed cannot be sent. */
            media: components["schemas"]["ChannelMediaLimitDto"][];
            quick_replies: number;
            text: components["schemas"]["ChannelTextLimitDto"];
        };
        ChannelMediaLimitDto: {
            /** @enum {string} */
            kind: "image" | "video" | "audio" | "file";
            /** @example 8388608 */
            max_bytes: number;
            /**
             * @description MIME types; null for any.
             * @example [
             *       "image/jpeg",
             *       "image/png"
             *     ]
             */
            types: string[] | null;
        };
        ChannelPageDto: {
            items: components["schemas"]["ChannelDto"][];
            nextCursor: string | null;
        };
        ChannelQuotaDto: {
            /**
             * Format: date-time
             * @description Nothing is sent before this time; null if the channel may send.
             */
            limited_until: string | null;
            /** Format: date-time */
            noted_at: string;
            /**
             * @description 0 to 100; null: unknown.
             * @example 28
             */
            usage_percent: number | null;
        };
        ChannelTextLimitDto: {
            /** @example 2000 */
            max: number;
            /**
             * @description Characters are Unicode code points; bytes are those of UTF-8.
             * @enum {string}
             */
            unit: "characters" | "bytes";
        };
        ChannelTokenDto: {
            /**
             * Format: date-time
             * @description After this time a person must confirm the access at Meta again; null: unknown or never.
             */
            data_access_expires_at: string | null;
            /**
             * Format: date-time
             * @description Null: unknown or never.
             */
            expires_at: string | null;
            /**
             * @description `instagram`: a token of Instagram Login, which PetBuddy renews by itself. Null: not known yet.
             * @example page
             * @enum {string|null}
             */
            kind: "user" | "page" | "system_user" | "app" | "instagram" | null;
            /** @description Why the last test of the token failed; null after a success. */
            last_error: components["schemas"]["ChannelErrorDto"] | null;
            /**
             * Format: date-time
             * @description When the token was issued or renewed; null: unknown.
             */
            refreshed_at: string | null;
            /**
             * @description `expiring`: it ends within 7 days. `needs_reconnect`: it was refused; connect the account again.
             * @enum {string}
             */
            state: "ok" | "expiring" | "needs_reconnect";
        };
        CheckImportDto: {
            /**
             * @description How 03/04/2030 is read; YYYY-MM-DD is always understood
             * @enum {string}
             */
            dates?: "day_first" | "month_first";
            /** @description The field of each column; null leaves the column out */
            mapping: ("contact.full_name" | "contact.first_name" | "contact.last_name" | "contact.email" | "contact.phone" | "contact.tags" | "contact.notes" | "contact.is_vip" | "contact.locale" | "pet.name" | "pet.species" | "pet.breed" | "pet.sex" | "pet.birth_date" | "pet.weight_kg" | "pet.coat" | "pet.allergies" | "pet.temperament" | "pet.notes" | "vaccination.name" | "vaccination.given_on" | "vaccination.expires_on" | "vaccination.expiry" | "service.name" | "service.duration" | "service.price" | "service.category" | "service.description" | "appointment.date" | "appointment.time" | "appointment.end_date" | "appointment.service" | "appointment.person" | "appointment.price" | "appointment.notes" | "contact.id" | null)[];
            /** @enum {string} */
            preset?: "generic" | "moego" | "gingr";
        };
        ChooseAccountsDto: {
            /**
             * @description Connectable accounts of the log-in.
             * @example [
             *       "1000000000000009"
             *     ]
             */
            external_ids: string[];
            /**
             * @description For WhatsApp numbers with `needs_pin`: the PIN of the two-step verification, or a new PIN if there is none. Not stored.
             * @example 123456
             */
            pin?: string;
        };
        ChosenTemplateDto: {
            /** @example en_US */
            language: string;
            /** @example appointment_reminder */
            name: string;
            /**
             * @description A value for each variable of the template, by its key.
             * @example {
             *       "1": "Ana",
             *       "2": "Luna",
             *       "3": "Friday, 10:00"
             *     }
             */
            variables?: {
                [key: string]: string;
            };
        };
        ClosureDto: {
            _id: string;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            ends_on: string;
            from: string | null;
            /**
             * @description Which public holiday it is
             * @example BR 2026-09-07
             */
            holiday: string | null;
            name: string;
            /** @enum {string} */
            scope: "all" | "arrivals" | "pickups";
            /** Format: date */
            starts_on: string;
            to: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        ClosurePageDto: {
            items: components["schemas"]["ClosureDto"][];
            nextCursor: string | null;
        };
        CodeTemplateDto: {
            /**
             * @description As WhatsApp writes it: en, pt_BR; null: the company’s
             * @default null
             * @example pt_BR
             */
            language: string | null;
            /** @example booking_code */
            name: string;
        };
        CompanyDto: {
            _id: string;
            address: string | null;
            /** @description Shown on the booking page and in link previews */
            booking_text_en: string | null;
            /** @description The same in Portuguese */
            booking_text_pt: string | null;
            /**
             * @description Colour of the booking page
             * @example #1c6b57
             */
            brand_color: string | null;
            /**
             * @description ISO 3166-1 alpha-2; by default that of the time zone
             * @example BR
             */
            country: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * @description ISO 4217; all prices are whole numbers of its minor unit
             * @example BRL
             */
            currency: string;
            email: string | null;
            /** @description Sites that may show the booking page in a frame */
            embed_sites: string[];
            /** @enum {string} */
            locale: "en" | "pt-BR";
            /** @description Path of the logo on this server */
            logo_url: string | null;
            name: string;
            phone: string | null;
            /**
             * @description Names the company in public links.
             * @example clinica-sao-joao
             */
            slug: string;
            /**
             * @description IANA time zone
             * @example America/Sao_Paulo
             */
            time_zone: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
            website: string | null;
        };
        ConfirmHoldDto: {
            /** @description Accepts the quote with this id of a QUOTE_CHANGED answer */
            accept_quote?: string;
            contact_id: string;
            notes?: string | null;
            /** @description false: the customer gets no notice of this change. Left out: as the booking settings say */
            notify_customer?: boolean;
            pet_ids?: string[];
        };
        ConfirmPublicHoldDto: {
            /** @description Accepts the quote with this id of a QUOTE_CHANGED answer */
            accept_quote?: string;
            /** @description Six digits that were sent */
            code?: string;
            contact: components["schemas"]["IntroductionDto"];
            notes?: string | null;
            /** @default [] */
            pets: components["schemas"]["PetIntroductionDto"][];
        };
        ConflictDto: {
            /** @example SLOT_TAKEN */
            code: string;
            details?: Record<string, never>;
            message: string;
        };
        ConnectChannelDto: {
            /**
             * Format: password
             * @description Must be allowed to act for the account, as a Page's own token is. Stored encrypted and never returned.
             * @example EAAG-token-of-the-page
             */
            access_token: string;
            /** @description Instagram Login: the `id` that is scoped to the app, beside the `user_id` above. */
            app_scoped_id?: string;
            /**
             * @description Page id, Instagram account id (`user_id`, 17841…) or WhatsApp `phone_number_id`.
             * @example 1000000000000009
             */
            external_id: string;
            /** @description How staff call it; the external id where left out. */
            name?: string;
            /**
             * @description Registers a WhatsApp number for the Cloud API. It is not stored.
             * @example 123456
             */
            pin?: string;
            /**
             * @example facebook
             * @enum {string}
             */
            platform: "instagram" | "facebook" | "whatsapp" | "telegram" | "web";
            /**
             * @description Flat values of the platform: WhatsApp `waba_id`, Instagram through a Page `page_id`.
             * @example {
             *       "waba_id": "205000000000001"
             *     }
             */
            settings?: {
                [key: string]: string | number | boolean;
            };
        };
        ConnectedChannelsDto: {
            /** @description Without the accounts that failed; the steps of the connection say why. */
            items: components["schemas"]["ChannelDto"][];
        };
        ConnectionErrorDto: {
            /** @example NO_ACCOUNT */
            code: string;
            message: string;
        };
        ConnectionFindingDto: {
            /** @enum {string} */
            code: "SCOPE_DECLINED" | "PAGE_NOT_TICKED" | "NO_PAGE_ROLE" | "MISSING_TASK" | "NO_LINKED_INSTAGRAM" | "NOT_PROFESSIONAL" | "NO_BUSINESS_ACCOUNT" | "NO_NUMBER";
            /** @description What to do. */
            message: string;
            /** @description The account or the permission. */
            subject?: string;
        };
        ConnectionStepDto: {
            /** @description The id of the account; absent for steps of the log-in. */
            external_id?: string;
            /** @description The result, or what to do. */
            message?: string;
            /**
             * @description `login`, `exchange`, `permissions`, `accounts`, then for each account `token`, `account`, `registration` (WhatsApp),
             *     `subscription`, `read_back` and `test_event`.
             * @example read_back
             */
            name: string;
            /** @enum {string} */
            status: "pending" | "running" | "waiting" | "done" | "failed";
        };
        ContactDto: {
            _id: string;
            /** @description Signed address on this server, valid for a day */
            avatar_url: string | null;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            email: string | null;
            full_name: string;
            is_vip: boolean;
            /** @example pt-BR */
            locale: string | null;
            /** @description The contact that took the place of this one */
            merged_into: string | null;
            notes: string | null;
            /** @description As it was typed */
            phone: string | null;
            /**
             * @description No plus: country not known
             * @example +5511988887777
             */
            phone_normalized: string | null;
            /** @description Where the customer can be reached */
            platforms: ("instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other")[];
            social: components["schemas"]["ContactSocialDto"];
            tags: string[];
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        ContactPageDto: {
            items: components["schemas"]["ContactRowDto"][];
            nextCursor: string | null;
        };
        ContactPetDto: {
            _id: string;
            /** @example Luna */
            name: string;
            /** @example dog */
            species: string | null;
        };
        ContactRowDto: {
            _id: string;
            /** @description Signed address on this server, valid for a day */
            avatar_url: string | null;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            email: string | null;
            full_name: string;
            is_vip: boolean;
            /** @example pt-BR */
            locale: string | null;
            /** @description The contact that took the place of this one */
            merged_into: string | null;
            notes: string | null;
            /** @description Number of all pets */
            pet_count: number;
            /** @description The newest three */
            pets: components["schemas"]["ContactPetDto"][];
            /** @description As it was typed */
            phone: string | null;
            /**
             * @description No plus: country not known
             * @example +5511988887777
             */
            phone_normalized: string | null;
            /** @description Where the customer can be reached */
            platforms: ("instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other")[];
            social: components["schemas"]["ContactSocialDto"];
            tags: string[];
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        ContactSocialDto: {
            facebook_id: string | null;
            instagram_id: string | null;
            telegram_id: string | null;
            whatsapp_id: string | null;
        };
        ContactSocialInputDto: {
            facebook_id?: string | null;
            instagram_id?: string | null;
            telegram_id?: string | null;
            whatsapp_id?: string | null;
        };
        ContactSummaryDto: {
            avatar_url: string | null;
            full_name: string;
            is_vip: boolean;
            phone: string | null;
        };
        ConversationDto: {
            _id: string;
            assignee_id: string | null;
            /** @enum {string} */
            automation: "on" | "off";
            /**
             * @description The state of its channel, which `channel:health` events change; null where it has none.
             * @enum {string|null}
             */
            channel_health: "unverified" | "live" | "needs_reconnect" | "disconnected" | null;
            channel_id: string | null;
            company_id: string;
            contact: components["schemas"]["ContactSummaryDto"];
            contact_id: string;
            /** Format: date-time */
            created_at: string;
            episode: number;
            inbound_count: number;
            labels: string[];
            /** Format: date-time */
            last_activity_at: string;
            /** Format: date-time */
            last_inbound_at: string | null;
            last_message: components["schemas"]["LastMessageDto"] | null;
            /** @description The ad or link by which the customer came last. */
            last_referral: components["schemas"]["LastReferralDto"] | null;
            last_seq: number;
            next_appointment: components["schemas"]["NextAppointmentDto"] | null;
            owner: components["schemas"]["OwnerDto"];
            /** @description The contact's newest pets, at most three. */
            pets: components["schemas"]["PetSummaryDto"][];
            /** @enum {string} */
            platform: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
            /** @enum {string} */
            priority: "low" | "normal" | "high" | "urgent";
            /** @description Until when the platform lets us write, and who may. */
            reply_window: components["schemas"]["ReplyWindowDto"] | null;
            /** Format: date-time */
            snoozed_until: string | null;
            /** @enum {string} */
            status: "open" | "pending" | "snoozed" | "resolved";
            team_id: string | null;
            /** @description The longest text of one message on the platform; null where PetBuddy cannot send. */
            text_limit: components["schemas"]["TextLimitDto"] | null;
            /** @description Customer messages that the caller has not read. */
            unread_count: number;
            /** Format: date-time */
            updated_at: string;
            /** @description The version that If-Match takes */
            version: number;
            /**
             * Format: date-time
             * @description Since when the customer waits for a person's answer.
             */
            waiting_since: string | null;
        };
        ConversationPageDto: {
            items: components["schemas"]["ConversationDto"][];
            nextCursor: string | null;
        };
        CreateAgreementDto: {
            contact_id: string;
            /** @description As gates call it */
            name: string;
            /**
             * Format: date-time
             * @description Left out: now
             */
            signed_at?: string;
        };
        CreateApiKeyDto: {
            /**
             * @description What the key is for.
             * @example Reports
             */
            name: string;
            /**
             * @description The key may do exactly this; you cannot give more than you have. A key that manages webhooks also needs the
             *     permissions to read what they send.
             * @example [
             *       "contacts:read"
             *     ]
             */
            permissions: ("company:read" | "company:update" | "users:read" | "contacts:read" | "contacts:write" | "contacts:delete" | "contacts:import" | "contacts:export" | "pets:read" | "pets:write" | "conversations:read" | "conversations:write" | "messages:send" | "messages:import" | "booking:read" | "booking:write" | "booking:override" | "booking:manage" | "time-off:request" | "channels:read" | "channels:manage" | "integrations:manage" | "inbound:manage" | "dashboard:read")[];
        };
        CreateAppointmentDto: {
            /** @description Keys of the service's add-ons */
            add_ons?: string[];
            /** @description A name for the request: repeated it finds the same booking; with another body it is 409 CLIENT_KEY_REUSED */
            client_key?: string;
            contact_id: string;
            /**
             * Format: date-time
             * @description Boarding only: any time on the day of departure
             */
            ends_at?: string;
            /** @description A service of its own for each pet */
            items?: components["schemas"]["VisitItemDto"][];
            /** @description Of boarding; says the same as ends_at */
            nights?: number;
            notes?: string | null;
            /** @description false: the customer gets no notice of this change. Left out: as the booking settings say */
            notify_customer?: boolean;
            /** @description Only for managers: puts the visit beside another one of the same person, or above a limit, but never on a taken table, kennel or room. The reason is stored */
            overbook?: components["schemas"]["ReasonDto"];
            /** @description Overrides lead time, hours, start steps and horizon, up to 30 days back and at any minute, and lets a pet have two appointments at one time, but never takes a time that is taken. The reason is stored */
            override?: components["schemas"]["ReasonDto"];
            /** @description All together, by the plan of the service */
            pet_ids?: string[];
            /** @description Needed where there are no items */
            service_id?: string;
            /** @description Who leads it; left out: the least busy who can */
            staff_id?: string;
            /** Format: date-time */
            starts_at: string;
        };
        CreateCannedReplyDto: {
            /**
             * @description Staff type it after a slash; unique in the company.
             * @example hours
             */
            shortcut: string;
            /** @description Variables: `{{contact.name}}`, `{{pet.name}}`, `{{user.name}}`. The client fills them in. */
            text: string;
            title: string;
        };
        CreateClosureDto: {
            /**
             * Format: date
             * @description The last day, included
             */
            ends_on: string;
            /**
             * @description Of each of the days; left out: the whole day
             * @example 09:00
             */
            from?: string | null;
            name: string;
            /**
             * @description Everything, or only the door
             * @default all
             * @enum {string}
             */
            scope: "all" | "arrivals" | "pickups";
            /** Format: date */
            starts_on: string;
            /** @example 18:00 */
            to?: string | null;
        };
        CreateContactDto: {
            /** Format: email */
            email?: string | null;
            full_name: string;
            is_vip?: boolean;
            /**
             * @description BCP 47
             * @example pt-BR
             */
            locale?: string | null;
            notes?: string | null;
            /** @example +55 11 98888-7777 */
            phone?: string | null;
            social?: components["schemas"]["ContactSocialInputDto"];
            /** @description Replaces all tags */
            tags?: string[];
        };
        CreateContactPetDto: {
            allergies?: string[];
            /** Format: date */
            birth_date?: string | null;
            breed?: string | null;
            coat?: string | null;
            name: string;
            notes?: string | null;
            photo_url?: string | null;
            /** @enum {string} */
            sex?: "male" | "female" | "unknown";
            /** @example dog */
            species?: string | null;
            temperament?: string[];
            vaccinations?: components["schemas"]["VaccinationDto"][];
            weight_kg?: number | null;
        };
        CreateHoldDto: {
            /** @description Keys of the service's add-ons */
            add_ons?: string[];
            /** @description A name for the request: repeated it finds the same booking; with another body it is 409 CLIENT_KEY_REUSED */
            client_key?: string;
            contact_id?: string;
            /**
             * Format: date-time
             * @description Boarding only: any time on the day of departure
             */
            ends_at?: string;
            /** @description A service of its own for each pet */
            items?: components["schemas"]["VisitItemDto"][];
            /** @description Of boarding; says the same as ends_at */
            nights?: number;
            /** @description Overrides lead time, hours, start steps and horizon, up to 30 days back and at any minute, and lets a pet have two appointments at one time, but never takes a time that is taken. The reason is stored */
            override?: components["schemas"]["ReasonDto"];
            /** @description All together, by the plan of the service */
            pet_ids?: string[];
            /** @description Descriptions of pets, instead of pet_ids or items */
            pets?: components["schemas"]["DescribedPetDto"][];
            /** @description A hold that moves here instead of a second one being made */
            replaces?: string;
            /** @description Needed where there are no items */
            service_id?: string;
            /** @description Who leads it; left out: the least busy who can */
            staff_id?: string;
            /** Format: date-time */
            starts_at: string;
            /** @description Left out: hold_minutes of the settings */
            ttl_sec?: number;
        };
        CreateLabelDto: {
            /** @example #1c6b57 */
            color: string;
            /** @description Unique in the company, whatever the case of its letters. */
            name: string;
        };
        CreateMessageDto: {
            attachments?: components["schemas"]["AttachmentInputDto"][];
            /**
             * @description Buttons below the content. The customer's answer has the pressed one in `context.button`. Too many or too long ones
             *     for the platform are 422 CHOICES_DO_NOT_FIT with the limit.
             */
            buttons?: components["schemas"]["ButtonInputDto"][];
            /** @description The client's own id of the message: sending it again stores nothing new, other words under it are 409 CLIENT_ID_REUSED. */
            client_id?: string;
            /** @description If given, the caller's own. */
            company_id?: string;
            contact_id: string;
            /** @description Content, an attachment or a template is needed. Some platforms allow less text: 422 TEXT_TOO_LONG names the limit. */
            content?: string;
            /** @description One of the contact's conversations on the platform; by default the most recent one. */
            conversation_id?: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @description Sends in spite of a newer reply. */
            force?: boolean;
            /** @description `seq` of the newest message on the sender's screen; a newer reply of a colleague answers 409 NEWER_REPLY. */
            last_seen_seq?: number;
            /** @description A list of choices instead of buttons. Platforms without lists get a numbered text. */
            list?: components["schemas"]["ListInputDto"];
            /** @enum {string} */
            platform: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
            /**
             * @description The message of this conversation that it quotes. WhatsApp shows the quote to the customer; elsewhere only staff see it.
             * @example 0123456789abcdef01234507
             */
            reply_to?: string;
            /**
             * @description `operator` is a person of the staff; PetBuddy sends the message. `assistant` is another program that sends the message
             *     itself; PetBuddy only stores it. `user` is the customer: for imports, by owners and managers only.
             * @enum {string}
             */
            role: "user" | "operator" | "assistant";
            /** @description Instead of content: an approved template of WhatsApp. It may be sent outside the reply window. */
            template?: components["schemas"]["ChosenTemplateDto"];
        };
        CreatePetClearanceDto: {
            /** @description As gates call it: an evaluation that was passed, a vaccination that was proven */
            name: string;
            notes?: string | null;
            pet_id: string;
            /**
             * Format: date
             * @description The last day on which it counts; null: for good
             */
            valid_until?: string | null;
        };
        CreatePetDto: {
            allergies?: string[];
            /** Format: date */
            birth_date?: string | null;
            breed?: string | null;
            coat?: string | null;
            contact_id: string;
            name: string;
            notes?: string | null;
            photo_url?: string | null;
            /** @enum {string} */
            sex?: "male" | "female" | "unknown";
            /** @example dog */
            species?: string | null;
            temperament?: string[];
            vaccinations?: components["schemas"]["VaccinationDto"][];
            weight_kg?: number | null;
        };
        CreatePublicHoldDto: {
            /** @description Keys of add-ons */
            add_ons?: string[];
            /** @description A name for the request: repeated it finds the same hold; with another body it is 409 CLIENT_KEY_REUSED */
            client_key?: string;
            /** @description Of boarding */
            nights?: number;
            /**
             * @description How many pets come, where pets is left out
             * @default 1
             */
            pet_count: number;
            /** @description The pets of the visit. Duration, person and price depend on them */
            pets?: components["schemas"]["DescribedPetDto"][];
            /** @description A hold of the same visitor that has not ended: it is moved. Any other id is ignored */
            replaces?: string;
            service_id: string;
            /** @description Only where the page names its staff */
            staff_id?: string;
            /** Format: date-time */
            starts_at: string;
        };
        CreateQuotaDto: {
            /**
             * @description A local day or a quarter of an hour
             * @enum {string}
             */
            cell: "day" | "15min";
            /**
             * @description `load` counts a pet in every cell from its arrival to its departure, `arrivals` only in the cell of its arrival
             * @default load
             * @enum {string}
             */
            kind: "load" | "arrivals";
            /** @description Pets in a cell; 0 takes none */
            max: number;
            name: string;
            /**
             * @description HasRevision for each staff member, or for all together
             * @enum {string}
             */
            per: "staff" | "company";
            /**
             * @description Empty: every service
             * @default []
             */
            service_ids: string[];
            /** @description Name of a size of the booking settings; null: any */
            size?: string | null;
            /** @description null: any */
            species?: string | null;
        };
        CreateResourceDto: {
            /** @default true */
            active: boolean;
            attributes?: components["schemas"]["ResourceAttributesDto"];
            /**
             * @description Places of a pool; a unit has one
             * @default 1
             */
            capacity: number;
            name: string;
            resource_type_id: string;
        };
        CreateResourceTypeDto: {
            /** @enum {string} */
            cell: "5min" | "15min" | "half_day" | "night";
            /** @enum {string} */
            kind: "unit" | "pool";
            name: string;
            /**
             * @description For cleaning; only with cells of minutes
             * @default 0
             */
            pad_after_min: number;
        };
        CreateSeriesDto: {
            /** @description Keys of the service's add-ons */
            add_ons?: string[];
            /**
             * @description false: only says what is in the way
             * @default false
             */
            commit: boolean;
            contact_id: string;
            /** @default [] */
            decisions: components["schemas"]["SeriesDecisionDto"][];
            /** @description Of boarding */
            nights?: number;
            notes?: string | null;
            pet_ids?: string[];
            rule: components["schemas"]["SeriesRuleInputDto"];
            service_id: string;
            staff_id?: string;
            /**
             * Format: date-time
             * @description The first; the others show the same on the wall
             */
            starts_at: string;
        };
        CreateServiceDto: {
            /**
             * @description Empty: every species
             * @default []
             */
            accepted_species: string[];
            /** @default true */
            active: boolean;
            /** @default [] */
            add_ons: components["schemas"]["AddOnDto"][];
            /** @description Boarding and daycare: when pets are brought */
            arrival?: components["schemas"]["DoorHoursDto"] | null;
            /** @default 0 */
            buffer_after_min: number;
            /** @default 0 */
            buffer_before_min: number;
            description?: string | null;
            /** @description What the customer sees: all segments and the gaps between */
            duration_min: number;
            /** @default [] */
            gates: components["schemas"]["GateDto"][];
            /**
             * @description Daycare: a visit is half a day
             * @default false
             */
            half_day: boolean;
            /** @description Daycare by half days */
            halves?: components["schemas"]["HalvesDto"] | null;
            /**
             * @description How far ahead customers book
             * @default 60
             */
            horizon_days: number;
            /**
             * @default timed
             * @enum {string}
             */
            kind: "timed" | "boarding" | "daycare";
            /** @default 0 */
            lead_time_min: number;
            /** @description Boarding */
            max_nights?: number | null;
            /** @description Boarding */
            min_nights?: number | null;
            name: string;
            /** @default [] */
            pet_matrix: components["schemas"]["PetMatrixRowDto"][];
            pets?: components["schemas"]["PetsRuleDto"];
            /** @description Boarding and daycare: when pets are fetched */
            pickup?: components["schemas"]["DoorHoursDto"] | null;
            /** @description null: that of the booking settings */
            policy?: components["schemas"]["PolicyDto"] | null;
            /**
             * @description Of a visit, a night or a day, in minor units of the company’s currency
             * @example 9000
             */
            price?: number | null;
            /**
             * @description Whether the public page offers it
             * @default true
             */
            public: boolean;
            /** @description On the public page; null: lead_time_min */
            public_lead_time_min?: number | null;
            /** @description Whether it takes a staff member; by default so for `timed` */
            require_staff?: boolean;
            /** @default [] */
            requirements: components["schemas"]["ServiceRequirementDto"][];
            /**
             * @description None: the service is one
             * @default []
             */
            segments: components["schemas"]["SegmentDto"][];
            /**
             * @description How far ahead staff book, also series
             * @default 730
             */
            staff_horizon_days: number;
            /**
             * @description Who does it; empty: any bookable staff member
             * @default []
             */
            staff_ids: string[];
            /** @default [] */
            staff_overrides: components["schemas"]["StaffOverrideDto"][];
            /**
             * @description A multiple of 5
             * @default 15
             */
            step_min: number;
            /** @description Boarding and daycare: days on which pets come and go; by default all */
            weekdays?: number[];
        };
        CreateTeamDto: {
            /** @default [] */
            member_ids: string[];
            /** @description Unique in the company, whatever the case of its letters. */
            name: string;
        };
        CreateTemplateDto: {
            /** @description Variables are `{{1}}`, `{{2}}`, … or names such as `{{pet_name}}`. */
            body: string;
            buttons?: components["schemas"]["TemplateButtonDto"][];
            /** @enum {string} */
            category: "utility" | "marketing";
            /** @example 0123456789abcdef01234509 */
            channel_id: string;
            /**
             * @description An example for each variable: `{"pet_name": "Luna"}`; `header.pet_name` for the header, `button.0` for a link.
             * @example {
             *       "pet_name": "Luna"
             *     }
             */
            examples?: {
                [key: string]: string;
            };
            footer?: string;
            header?: string;
            language: string;
            /** @description It cannot be changed later. */
            name: string;
        };
        CreateTimeOffDto: {
            /** Format: date-time */
            ends_at: string;
            reason?: string | null;
            /** @description At the same time on the wall, every week */
            repeat?: components["schemas"]["RepeatDto"] | null;
            staff_id: string;
            /** Format: date-time */
            starts_at: string;
        };
        CreateWaitlistEntryDto: {
            contact_id: string;
            /** @description Of boarding; the shortest stay where it is left out */
            nights?: number;
            notes?: string | null;
            /** @default [] */
            pet_ids: string[];
            service_id: string;
            /** @description Only with this person */
            staff_id?: string | null;
            windows: components["schemas"]["WaitWindowDto"][];
        };
        CreateWebhookDto: {
            /** @description A name for people. */
            description?: string;
            /**
             * @example [
             *       "message.created",
             *       "appointment.created"
             *     ]
             */
            events: ("message.created" | "message.updated" | "message.status_changed" | "conversation.updated" | "contact.updated" | "pet.updated" | "import.completed" | "appointment.held" | "appointment.created" | "appointment.updated" | "appointment.cancelled" | "channel.health_changed")[];
            /**
             * Format: uri
             * @description https on port 443 of a public host, or a host of OUTBOUND_ALLOWED_HOSTS.
             * @example https://hooks.example.com/petbuddy
             */
            url: string;
        };
        CreatedApiKeyDto: {
            _id: string;
            /** Format: date-time */
            created_at: string;
            created_by: string;
            /**
             * @description Shown only now; send it as `Authorization: Bearer`
             * @example pb_x7Kq2pL…
             */
            key: string;
            /**
             * Format: date-time
             * @description Updated at most once a minute
             */
            last_used_at: string | null;
            name: string;
            permissions: ("company:read" | "company:update" | "users:read" | "contacts:read" | "contacts:write" | "contacts:delete" | "contacts:import" | "contacts:export" | "pets:read" | "pets:write" | "conversations:read" | "conversations:write" | "messages:send" | "messages:import" | "booking:read" | "booking:write" | "booking:override" | "booking:manage" | "time-off:request" | "channels:read" | "channels:manage" | "integrations:manage" | "inbound:manage" | "dashboard:read")[];
            /**
             * @description The beginning of the key
             * @example pb_x7Kq2pL
             */
            prefix: string;
        };
        CreatedMessageDto: {
            forwarding: components["schemas"]["ForwardingDto"];
            messageData: components["schemas"]["MessageDto"];
            /** @description What the sender should know although the message is saved. */
            warning?: string;
        };
        CustomerImportDto: {
            _id: string;
            /**
             * @example [
             *       "Client",
             *       "Phone",
             *       "Pet name"
             *     ]
             */
            columns: string[];
            counts: components["schemas"]["ImportCountsDto"];
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            dates: "day_first" | "month_first";
            /** @example clients.csv */
            file_name: string;
            /** @enum {string} */
            kind: "customers" | "services" | "appointments";
            /** @description The field of each column; after the upload a suggestion */
            mapping: ("contact.full_name" | "contact.first_name" | "contact.last_name" | "contact.email" | "contact.phone" | "contact.tags" | "contact.notes" | "contact.is_vip" | "contact.locale" | "pet.name" | "pet.species" | "pet.breed" | "pet.sex" | "pet.birth_date" | "pet.weight_kg" | "pet.coat" | "pet.allergies" | "pet.temperament" | "pet.notes" | "vaccination.name" | "vaccination.given_on" | "vaccination.expires_on" | "vaccination.expiry" | "service.name" | "service.duration" | "service.price" | "service.category" | "service.description" | "appointment.date" | "appointment.time" | "appointment.end_date" | "appointment.service" | "appointment.person" | "appointment.price" | "appointment.notes" | "contact.id" | null)[];
            /** @enum {string} */
            preset: "generic" | "moego" | "gingr";
            /** @description Why the import has failed */
            problem: string | null;
            /** @description Number of all rows */
            row_count: number;
            /** @description The first rows */
            samples: string[][];
            /** @enum {string} */
            state: "uploaded" | "checking" | "checked" | "importing" | "done" | "undoing" | "undone" | "failed";
        };
        CustomerImportPageDto: {
            items: components["schemas"]["CustomerImportDto"][];
            nextCursor: string | null;
        };
        CustomerNoticeDto: {
            /** @example 65a000000000000000000001 */
            _id: string;
            /** @example 65a000000000000000000002 */
            contact_id: string;
            /**
             * Format: date-time
             * @example 2030-01-07T09:00:00.000Z
             */
            created_at: string;
            /**
             * @description received: a request that is not approved yet
             * @example confirmed
             * @enum {string}
             */
            kind: "received" | "confirmed" | "changed" | "cancelled" | "request_cancelled";
            mail: components["schemas"]["NoticeMailDto"];
            message: components["schemas"]["NoticeMessageDto"];
            /**
             * Format: date-time
             * @description The start that the customer was told
             * @example 2030-01-07T09:00:00.000Z
             */
            starts_at: string;
        };
        CustomerNoticeListDto: {
            /** @description The oldest first */
            items: components["schemas"]["CustomerNoticeDto"][];
        };
        CustomerNoticesDto: {
            /** @description By mail, with a calendar file */
            mail: boolean;
            /** @description By a message in the conversation, while its reply window is open */
            message: boolean;
        };
        DashboardStatsDto: {
            /** @description Appointments that start in the period, without cancelled ones. */
            bookings: number;
            by_channel: components["schemas"]["ChannelFiguresDto"][];
            /** @description Each day of the period. */
            by_day: components["schemas"]["DayFiguresDto"][];
            by_person: components["schemas"]["PersonFiguresDto"][];
            by_service: components["schemas"]["ServiceFiguresDto"][];
            /** @example BRL */
            currency: string;
            /** @description From the first message of a customer to the first reply, for waits that began in the period. */
            first_reply_ms: components["schemas"]["PercentilesDto"];
            messages_in: number;
            /** @description By people, bots and phones; without notes and without messages that failed. */
            messages_out: number;
            no_shows: number;
            /** @description Open conversations now. */
            open: number;
            /**
             * @description Prices of the completed appointments, in the minor unit of the currency; prices in another currency are left out.
             * @example 45000
             */
            revenue: number;
            time_zone: string;
            /** @description Conversations now whose customer has waited for more than ten minutes. */
            waiting: number;
        };
        DashboardTodayDto: {
            /** @description Appointments that start today, by their start, without cancelled ones. */
            arrivals: components["schemas"]["DiaryAppointmentDto"][];
            /** @description Channels with a problem; `health.next_step` says what to do. */
            channels: components["schemas"]["ChannelDto"][];
            /**
             * @description Local.
             * @example 2030-01-07
             */
            date: string;
            /** @description Appointments of today and the next six days with an open gate: see `warnings` and `pending_on`. */
            gates: components["schemas"]["DiaryAppointmentDto"][];
            time_zone: string;
            /** @description The five conversations whose customers have waited longest, for more than ten minutes. */
            waiting: components["schemas"]["ConversationDto"][];
            /** @description How many customers have waited for more than ten minutes. */
            waiting_count: number;
        };
        DateOverrideDto: {
            /** Format: date */
            date: string;
            /**
             * @description Instead of the usual windows, beside, or out of them
             * @default replace
             * @enum {string}
             */
            kind: "replace" | "add" | "remove";
            /** @description None, with the kind `replace`: a day off */
            windows: components["schemas"]["WindowDto"][];
        };
        DayFiguresDto: {
            /** @description Appointments that start in the period, without cancelled ones. */
            bookings: number;
            /**
             * @description Local.
             * @example 2030-01-07
             */
            date: string;
            /** @description From the first message of a customer to the first reply, for waits that began in the period. */
            first_reply_ms: components["schemas"]["PercentilesDto"];
            messages_in: number;
            /** @description By people, bots and phones; without notes and without messages that failed. */
            messages_out: number;
            no_shows: number;
            /**
             * @description Prices of the completed appointments, in the minor unit of the currency; prices in another currency are left out.
             * @example 45000
             */
            revenue: number;
        };
        DecideProofDto: {
            /** @description The pet that the proof is about; needed to accept a proof that was sent before the appointment named its pets */
            pet_id?: string;
            /** @enum {string} */
            state: "accepted" | "refused";
            /**
             * Format: date
             * @description Only for proofs about a pet: the last day on which the proof is valid; null: no end
             */
            valid_until?: string | null;
        };
        DeleteMessageByIdDto: {
            id: string;
        };
        DeliveryAttemptDto: {
            /** Format: date-time */
            at: string;
            duration_ms: number;
            /** @description In plain words; null for a success */
            error: string | null;
            /** @description The first 2,048 bytes of the response */
            response_body: string;
            /**
             * @description Null if no response came
             * @example 200
             */
            response_status: number | null;
        };
        DeliveryDto: {
            /** @description Accounts with their events: `messaging[]`, `standby[]` or `changes[]`. */
            entry: {
                [key: string]: unknown;
            }[];
            /** @enum {string} */
            object: "page" | "instagram" | "whatsapp_business_account";
        };
        DescribedPetDto: {
            breed?: string;
            coat?: string;
            /** @description Name of a size of the booking settings; left out: by the weight */
            size?: string;
            species: string;
            weight_kg?: number;
        };
        DiaryAppointmentDto: {
            _id: string;
            cancel_reason: string | null;
            /** @description User who made the last change; null: the customer or the system */
            changed_by: string | null;
            company_id: string;
            /**
             * Format: date-time
             * @description Before ends_at if the pets left early: the time after it is free
             */
            completed_at: string | null;
            /** @description Null if nobody is named, or was erased, and for an API key without `contacts:read` */
            contact: components["schemas"]["DiaryContactDto"] | null;
            contact_id: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** Format: date-time */
            ends_at: string;
            /**
             * Format: date-time
             * @description Of a hold
             */
            expires_at: string | null;
            /**
             * @description What moving, cancelling or not coming has cost
             * @example 9000
             */
            fee: number | null;
            /** @description One a pet */
            lines: components["schemas"]["AppointmentLineDto"][];
            /** @description Of boarding */
            nights: number | null;
            notes: string | null;
            overbook: components["schemas"]["ReasonedByDto"] | null;
            overbooked: boolean;
            /** @description Who overrode the scheduling rules, and why */
            override: components["schemas"]["ReasonedByDto"] | null;
            pending_on: components["schemas"]["FindingDto"][];
            /** @description Of the first line */
            pet_id: string | null;
            pet_ids: string[];
            /** @description Without pets that were deleted; empty for an API key without `pets:read` */
            pets: components["schemas"]["DiaryPetDto"][];
            policy: components["schemas"]["AppointmentPolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            /** @description Ids of what it takes */
            resources: string[];
            series_id: string | null;
            service_id: string;
            /**
             * @description Null if the service was deleted
             * @example Bath
             */
            service_name: string | null;
            /** @enum {string} */
            source: "staff" | "public" | "conversation" | "series" | "waitlist" | "import" | "flow";
            staff_id: string | null;
            /**
             * @description Null if nobody is named; stays after the colleague has left
             * @example Ana Souza
             */
            staff_name: string | null;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "held" | "pending" | "confirmed" | "checked_in" | "in_progress" | "completed" | "cancelled" | "no_show";
            /** @description IANA name */
            time_zone: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change */
            version: number;
            warnings: components["schemas"]["FindingDto"][];
        };
        DiaryClosureDto: {
            /** @description Closed hours of several days have one id */
            _id: string;
            /** Format: date-time */
            ends_at: string;
            /** @example Carnival */
            name: string;
            /** @enum {string} */
            scope: "all" | "arrivals" | "pickups";
            /** Format: date-time */
            starts_at: string;
        };
        DiaryContactDto: {
            _id: string;
            /** @example Maria Lima */
            full_name: string;
            is_vip: boolean;
            /** @example +5511987654321 */
            phone: string | null;
        };
        DiaryCountsDto: {
            /** @description Every day of the range */
            days: components["schemas"]["DiaryDayDto"][];
            /** @example America/Sao_Paulo */
            time_zone: string;
        };
        DiaryDayDto: {
            /** @description Appointments that start on this day, without holds and cancelled ones */
            booked: number;
            /** Format: date */
            date: string;
            /** @description How many of them wait for an approval or a proof */
            pending: number;
        };
        DiaryDto: {
            /** @description By start; without holds and cancelled appointments */
            appointments: components["schemas"]["DiaryAppointmentDto"][];
            closures: components["schemas"]["DiaryClosureDto"][];
            /** @description Times that are held until `expires_at` */
            holds: components["schemas"]["DiaryAppointmentDto"][];
            /** @description Active tables, kennels and rooms */
            resources: components["schemas"]["DiaryResourceDto"][];
            /** @description Sorted by name: people with a schedule or an appointment */
            staff: components["schemas"]["DiaryStaffDto"][];
            time_off: components["schemas"]["DiaryTimeOffDto"][];
            /**
             * @description IANA name of the zone of the dates
             * @example America/Sao_Paulo
             */
            time_zone: string;
        };
        DiaryPeriodDto: {
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            starts_at: string;
        };
        DiaryPetDto: {
            _id: string;
            /**
             * @example [
             *       "chicken"
             *     ]
             */
            allergies: string[];
            /** @example Poodle */
            breed: string | null;
            /** @example curly */
            coat: string | null;
            /** @example Luna */
            name: string;
            /** @example Afraid of dryers */
            notes: string | null;
            /** @example dog */
            species: string | null;
            /**
             * @example [
             *       "bites"
             *     ]
             */
            temperament: string[];
            /** @example 6.4 */
            weight_kg: number | null;
        };
        DiaryResourceDto: {
            _id: string;
            /**
             * @description Places of a pool; 1 for everything else
             * @example 1
             */
            capacity: number;
            /**
             * @description Unit of its time; `night` for kennels
             * @enum {string}
             */
            cell: "5min" | "15min" | "half_day" | "night";
            /** @example Table 1 */
            name: string;
            resource_type_id: string;
            /** @example Table */
            type_name: string;
        };
        DiaryStaffDto: {
            _id: string;
            /** @example Ana Souza */
            name: string;
            /** @description Working times; empty on a day off */
            windows: components["schemas"]["DiaryPeriodDto"][];
        };
        DiaryTimeOffDto: {
            /** @description A repeating time off has one id for all its times */
            _id: string;
            /** Format: date-time */
            ends_at: string;
            /** @example Lunch */
            reason: string | null;
            staff_id: string;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "approved" | "requested";
        };
        DisconnectMetaDto: {
            /**
             * @description Left out: all of Meta's.
             * @enum {string}
             */
            platform?: "facebook" | "instagram" | "whatsapp";
        };
        DisconnectedMetaDto: {
            /** @description How many accounts were given up. */
            disconnected: number;
        };
        DoorHoursDto: {
            /** @example 09:00 */
            from: string;
            /** @example 18:00 */
            to: string;
        };
        DraftDto: {
            files: string[];
            /** @enum {string} */
            mode: "reply" | "note";
            text: string;
            /** @description 0: there is no draft. */
            version: number;
        };
        EditMessageByIdDto: {
            content: string;
            id: string;
        };
        EditMessageDto: {
            content: string;
        };
        EmitAnswerDto: {
            ok: boolean;
        };
        EmitDto: {
            data?: {
                [key: string]: unknown;
            };
            event: string;
            room: string;
        };
        EndPushSubscriptionDto: {
            /**
             * @description The endpoint of the browser
             * @example https://fcm.googleapis.com/fcm/send/dXJuOmV4YW1wbGU:APA91bExample
             */
            endpoint: string;
        };
        ErrorDto: {
            /** @description Machine-readable, stable */
            code: string;
            /** @description For VALIDATION_ERROR a list of `{field, message}` */
            details?: {
                [key: string]: unknown;
            }[] | {
                [key: string]: unknown;
            };
            /** @description For people */
            message: string;
            /** @description Also in the log and in the x-request-id header */
            requestId: string;
            statusCode: number;
        };
        ExcerptPartDto: {
            /** @description True for the words that were searched for. */
            match: boolean;
            text: string;
        };
        ExtendHoldDto: {
            /**
             * @description From now on
             * @default 600
             */
            ttl_sec: number;
        };
        FailedJobDto: {
            attempts: number;
            /** @description What the last attempt ended with, without secrets. */
            error: string;
            /** Format: date-time */
            failed_at: string;
            id: string;
            /** @description The kind of work, for instance `media.fetch-message-files`. */
            name: string;
            /** @description The ids that the work is about. */
            payload: {
                [key: string]: unknown;
            };
        };
        FailedJobListDto: {
            items: components["schemas"]["FailedJobDto"][];
        };
        FindingDto: {
            kind: string;
            name: string;
            pet_id: string | null;
        };
        ForgotPasswordDto: {
            /** Format: email */
            email: string;
        };
        ForwardingDto: {
            /** @description In plain words, for instance "Meta Bot unreachable". */
            error?: string;
            /**
             * @description `queued`: on its way or to be tried again; see `message:status`.
             * @enum {string}
             */
            status: "success" | "failed" | "skipped" | "queued";
        };
        FoundAccountDto: {
            connectable: boolean;
            external_id: string;
            name: string;
            /** @description A WhatsApp number that needs `pin` to be registered. */
            needs_pin?: boolean;
            /** @enum {string} */
            platform: "facebook" | "instagram" | "whatsapp";
            /** @description Why it cannot be connected, and what to do. */
            reason?: string;
            /** @enum {string} */
            reason_code?: "ALREADY_CONNECTED" | "TAKEN" | "MISSING_TASK" | "SCOPE_DECLINED" | "NOT_PROFESSIONAL";
        };
        FoundAppointmentDto: {
            _id: string;
            contact_id: string | null;
            contact_name: string | null;
            /** @description The latest conversation with the contact. */
            conversation_id: string | null;
            /** Format: date-time */
            ends_at: string;
            service_name: string | null;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "held" | "pending" | "confirmed" | "checked_in" | "in_progress" | "completed" | "cancelled" | "no_show";
        };
        FoundContactDto: {
            _id: string;
            avatar_url: string | null;
            /** @description The latest conversation with them. */
            conversation_id: string | null;
            email: string | null;
            full_name: string;
            phone: string | null;
        };
        FoundMessageDto: {
            _id: string;
            contact_id: string;
            contact_name: string | null;
            conversation_id: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** @description The text around the first match, in one line and in pieces; `…` where it is cut. */
            excerpt: components["schemas"]["ExcerptPartDto"][];
            /** Format: date-time */
            sent_at: string;
            /** @description For `GET /conversations/{id}/messages?around_seq=`. */
            seq: number;
            /**
             * @description `internal` is a note among staff.
             * @enum {string}
             */
            visibility: "public" | "internal";
        };
        FoundPetDto: {
            _id: string;
            contact_id: string;
            contact_name: string | null;
            /** @description The latest conversation with the contact. */
            conversation_id: string | null;
            name: string;
            species: string | null;
        };
        GateDto: {
            /** @enum {string} */
            kind: "vaccination" | "evaluation" | "agreement";
            /** @enum {string} */
            mode: "block" | "warn" | "allow_with_upload";
            /** @description For instance the name of the vaccination */
            name: string;
        };
        GateProofDto: {
            _id: string;
            /** Format: date-time */
            created_at: string;
            kind: string;
            mime_type: string;
            name: string;
            pet_id: string | null;
            /** @description Bytes */
            size: number;
            /** @enum {string} */
            state: "waiting" | "accepted" | "refused";
            /** @description Address of the file; it works for an hour */
            url: string;
        };
        GateProofListDto: {
            items: components["schemas"]["GateProofDto"][];
        };
        HalvesDto: {
            afternoon_arrival: components["schemas"]["DoorHoursDto"];
            /** @example 09:00 */
            morning_until: string;
        };
        HealthDto: {
            /**
             * @description Each check by name with its `status`, `up` here; a failing one answers 503 UNAVAILABLE with the same in `details`.
             * @example {
             *       "database": {
             *         "status": "up"
             *       }
             *     }
             */
            checks: {
                [key: string]: {
                    /** @enum {string} */
                    status?: "up" | "down";
                };
            };
            /**
             * @description `SOURCE_URL`: where users of this installation find its source code
             * @example https://code.example.com/petbuddy
             */
            source_url: string | null;
            /** @enum {string} */
            status: "ok";
            /**
             * @description Of the product
             * @example 0.1.0
             */
            version: string;
        };
        HitAppointmentDto: {
            _id: string;
            contact_id: string | null;
            /** Format: date-time */
            ends_at: string;
            service_id: string;
            /** Format: date-time */
            starts_at: string;
            status: string;
        };
        HoldAnswerDto: {
            hold: components["schemas"]["HoldDto"];
        };
        HoldDto: {
            _id: string;
            contact_id: string | null;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            expires_at: string;
            lines: components["schemas"]["AppointmentLineDto"][];
            pet_ids: string[];
            /** @description The policy that the appointment gets when this hold is confirmed */
            policy: components["schemas"]["PolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            service_id: string;
            staff_id: string | null;
            /** Format: date-time */
            starts_at: string;
        };
        HolidayClosuresDto: {
            items: components["schemas"]["ClosureDto"][];
        };
        HolidayPackDto: {
            /** @enum {string} */
            country: "BR" | "US" | "PT" | "GB";
            year: number;
        };
        ImportCountsDto: {
            appointments_created: number;
            /** @description Rows of appointments that the customer has already */
            appointments_matched: number;
            /** @description Rows that cannot be imported */
            broken: number;
            contacts_created: number;
            /** @description Rows of contacts that were there before, or in an earlier row */
            contacts_matched: number;
            /** @description After an undo: what stays, because it was changed or used since */
            kept: number;
            pets_created: number;
            /** @description Rows of pets that were there before, or in an earlier row */
            pets_matched: number;
            /** @description Rows that were worked through */
            rows: number;
            services_created: number;
            /** @description Rows of services that are as the row says */
            services_matched: number;
            /** @description Services of the same name that get another duration, price or description */
            services_updated: number;
            vaccinations_added: number;
        };
        InboundEventDto: {
            _id: string;
            attempts: number;
            channel_id: string | null;
            external_id: string;
            /** @description What the provider sent, without tokens and without the signed part of addresses. */
            item: {
                [key: string]: unknown;
            };
            /** @description The provider's own identity of the event. */
            key: string;
            last_error: string | null;
            /** @enum {string} */
            platform: "instagram" | "facebook" | "whatsapp" | "telegram" | "web";
            /** Format: date-time */
            provider_at: string;
            /** Format: date-time */
            received_at: string;
            /** @enum {string} */
            state: "parked" | "unroutable" | "new" | "done";
        };
        InboundEventPageDto: {
            items: components["schemas"]["InboundEventDto"][];
            nextCursor: string | null;
        };
        InstagramCustomerDto: {
            contact: components["schemas"]["ContactSummaryDto"];
            contact_id: string;
            conversation_id: string;
            last_message: components["schemas"]["LastMessageDto"] | null;
            unread_count: number;
        };
        InstagramCustomersDto: {
            limit?: number;
            page?: number;
        };
        InstagramCustomersPageDto: {
            items: components["schemas"]["InstagramCustomerDto"][];
            limit: number;
            page: number;
            total: number;
        };
        IntegrationDto: {
            health: components["schemas"]["IntegrationHealthDto"];
            id: string;
            /** @example channel */
            kind: string;
            name: string;
            /**
             * @description `attention`: it needs a person
             * @enum {string}
             */
            state: "live" | "attention" | "off";
        };
        IntegrationErrorDto: {
            /** Format: date-time */
            at: string;
            message: string;
        };
        IntegrationHealthDto: {
            /** @description Null while all is well */
            last_error: components["schemas"]["IntegrationErrorDto"] | null;
            /** Format: date-time */
            last_success_at: string | null;
        };
        IntegrationListDto: {
            items: components["schemas"]["IntegrationDto"][];
            /** @description Always null: a company has few integrations */
            nextCursor: string | null;
        };
        IntroductionDto: {
            /** Format: email */
            email?: string;
            full_name: string;
            /**
             * @description With the country, where a code is to go to it
             * @example +55 11 98888-7777
             */
            phone?: string;
        };
        InviteUserDto: {
            /** Format: email */
            email: string;
            full_name?: string;
            /** @enum {string|null} */
            locale?: "en" | "pt-BR" | null;
            /** @enum {string} */
            role: "manager" | "staff";
        };
        KeyPermissionListDto: {
            items: ("company:read" | "company:update" | "users:read" | "contacts:read" | "contacts:write" | "contacts:delete" | "contacts:import" | "contacts:export" | "pets:read" | "pets:write" | "conversations:read" | "conversations:write" | "messages:send" | "messages:import" | "booking:read" | "booking:write" | "booking:override" | "booking:manage" | "time-off:request" | "channels:read" | "channels:manage" | "integrations:manage" | "inbound:manage" | "dashboard:read")[];
        };
        LabelDto: {
            _id: string;
            /** @example #1c6b57 */
            color: string;
            name: string;
            /** @description The version that If-Match takes */
            version: number;
        };
        LabelPageDto: {
            items: components["schemas"]["LabelDto"][];
            nextCursor: string | null;
        };
        LastMessageDto: {
            _id: string;
            attachment_type: string | null;
            content: string;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            role: string;
            /** Format: date-time */
            sent_at: string;
            seq: number;
            status: string;
        };
        LastReferralDto: {
            ad_id?: string;
            /** Format: date-time */
            at: string;
            headline?: string;
            post_id?: string;
            /** @description The name of the link, or WhatsApp's click id (`ctwa_clid`). */
            ref?: string;
            /** @description For instance `ADS`, `SHORTLINK` or, on WhatsApp, `ad`. */
            source?: string;
            url?: string;
        };
        ListInputDto: {
            /**
             * @description The words on the button that opens the list.
             * @example Free times
             */
            button: string;
            rows: components["schemas"]["ListRowInputDto"][];
        };
        ListRowInputDto: {
            /** @example With Ana */
            description?: string;
            /**
             * @description Sent back with the customer's answer. By default its place, from 1.
             * @example yes
             */
            id?: string;
            /** @example Yes, please */
            title: string;
        };
        LoggedInDto: {
            tokens: components["schemas"]["TokensDto"];
            user: components["schemas"]["ProfileDto"];
        };
        LoginDto: {
            /** Format: email */
            email: string;
            password: string;
        };
        LogoutDto: {
            /** @description Ends the session it belongs to as well */
            refreshToken?: string;
        };
        ManageLinkDto: {
            manage_token: string;
            manage_url: string;
        };
        ManagedAppointmentDto: {
            appointment: components["schemas"]["PublicAppointmentDto"];
            /** @description Send each by `POST proofs` */
            wanted_proofs: components["schemas"]["WantedProofDto"][];
        };
        MarkConversationReadDto: {
            /** @description `seq` of the newest message on the reader's screen. */
            up_to_seq: number;
        };
        MarkReadDto: {
            /** @description Everything in the conversation … */
            conversation_id?: string;
            /** @description … or these messages. */
            message_ids?: string[];
        };
        MergeContactDto: {
            /** @description The contact that goes; everything of it moves to the one in the path */
            contact_id: string;
        };
        MergeDto: {
            _id: string;
            merged_id: string;
            /** @enum {string} */
            state: "claiming" | "moving" | "done" | "settling" | "undoing" | "undone" | "refused";
            survivor_id: string;
            /**
             * Format: date-time
             * @description Until then the merge can be undone
             */
            undo_until: string;
        };
        MergeResultDto: {
            contact: components["schemas"]["ContactDto"];
            merge: components["schemas"]["MergeDto"];
        };
        MergeSuggestionDto: {
            contact: components["schemas"]["ContactDto"];
            reasons: ("phone" | "email" | "social")[];
        };
        MergeSuggestionsDto: {
            items: components["schemas"]["MergeSuggestionDto"][];
        };
        MessageAuthorDto: {
            /** @description Set if a program wrote it; `id` is the id of its API key. */
            by_key?: boolean;
            id: string | null;
            /** @description The name that the API key had when it wrote the message; `id` is the id of the key. */
            key_name?: string;
            /** @enum {string} */
            kind: "contact" | "user" | "bot" | "phone" | "system";
            /**
             * @description Set where a person recorded what the customer said elsewhere.
             * @enum {string}
             */
            on_behalf?: "contact";
        };
        MessageButtonDto: {
            id: string;
            title: string;
        };
        MessageDto: {
            _id: string;
            attachments: components["schemas"]["AttachmentDto"][];
            author: components["schemas"]["MessageAuthorDto"];
            /** @description Buttons of a sent message. The customer's answer names the pressed button in `context.button`. */
            buttons: components["schemas"]["MessageButtonDto"][];
            channel_id: string | null;
            client_id?: string;
            company_id: string;
            contact_id: string;
            content: string;
            /** @description The message, story, button or ad that it answers; `forwarded`; or the `id_change` of a system line. */
            context: {
                [key: string]: unknown;
            } | null;
            conversation_id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            deleted_at: string | null;
            delivered: boolean;
            /** @enum {string} */
            direction: "inbound" | "outbound";
            /** Format: date-time */
            edited_at: string | null;
            error: components["schemas"]["MessageErrorDto"] | null;
            /** @description The platform's id. */
            external_id?: string;
            /** @description The list of a sent message. */
            list: components["schemas"]["MessageListDto"] | null;
            /** @enum {string} */
            platform: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
            /** @description The message that it quotes; null without a quote, and where the quoted message is not known. */
            quoted: components["schemas"]["QuotedMessageDto"] | null;
            reactions: components["schemas"]["ReactionDto"][];
            read: boolean;
            /** @enum {string} */
            role: "user" | "operator" | "assistant";
            /**
             * Format: date-time
             * @description Place on the screen.
             */
            sent_at: string;
            /** @description Place in the conversation's history. */
            seq: number;
            /**
             * @description Never more than is known: an assistant's message on a social platform is `queued` until the platform tells of it.
             * @enum {string}
             */
            status: "queued" | "sent" | "delivered" | "read" | "failed";
            /** @description Set if it was sent as a template; `content` is the text with all values. */
            template: components["schemas"]["MessageTemplateDto"] | null;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows when staff edit the message; for If-Match. */
            version: number;
            /**
             * @description `internal` is a note among staff.
             * @enum {string}
             */
            visibility: "public" | "internal";
        };
        MessageErrorDto: {
            /** @description Stable, for instance WINDOW_CLOSED. */
            code: string;
            /** @description The platform's own reason, where it gave one. */
            details?: string;
            /** @description For staff. */
            message: string;
        };
        MessageHistoryDto: {
            /** @description Whether there are newer messages than these: ask for them with `after_seq`. */
            has_newer: boolean;
            items: components["schemas"]["MessageDto"][];
            nextCursor: string | null;
        };
        MessageListDto: {
            button: string;
            rows: components["schemas"]["MessageListRowDto"][];
        };
        MessageListRowDto: {
            description?: string;
            id: string;
            title: string;
        };
        MessagePageDto: {
            items: components["schemas"]["MessageDto"][];
            nextCursor: string | null;
        };
        MessageTemplateDto: {
            /** @example pt_BR */
            language: string;
            /** @example appointment_reminder */
            name: string;
            variables: {
                [key: string]: string;
            };
        };
        MetaAccountDto: {
            /** @description Id of the channel. */
            channel_id: string;
            external_id: string;
            name: string;
            /** @enum {string} */
            platform: "facebook" | "instagram" | "whatsapp";
            /** @enum {string} */
            state: "unverified" | "live" | "needs_reconnect";
        };
        MetaAccountsDto: {
            items: components["schemas"]["MetaAccountDto"][];
        };
        MetaConnectionDto: {
            _id: string;
            accounts: components["schemas"]["FoundAccountDto"][];
            /** @description The channel to connect again; null for new channels. */
            channel_id: string | null;
            /** Format: date-time */
            created_at: string;
            error: components["schemas"]["ConnectionErrorDto"] | null;
            /**
             * Format: date-time
             * @description The log-in can be finished until this time.
             */
            expires_at: string;
            /** @description Reasons for missing accounts. */
            findings: components["schemas"]["ConnectionFindingDto"][];
            /** @enum {string} */
            product: "facebook" | "instagram" | "whatsapp";
            /**
             * @description `choosing`: choose accounts. `failed`, `cancelled` and `expired`: log in again.
             * @enum {string}
             */
            state: "started" | "working" | "choosing" | "connecting" | "connected" | "failed" | "cancelled" | "expired";
            steps: components["schemas"]["ConnectionStepDto"][];
            /** Format: date-time */
            updated_at: string;
        };
        MetaStatusDto: {
            accounts: components["schemas"]["MetaAccountDto"][];
            /** @description True when at least one account can be written to. */
            connected: boolean;
            /** @description Accounts whose token no longer works. */
            needs_reconnect: number;
            /** @description Null in production and without the sandbox */
            practice: components["schemas"]["PracticeDto"] | null;
            /** @description Whether the installation is set up to take webhooks: a verify token and an app secret are there. */
            webhook_ready: boolean;
        };
        NextAppointmentDto: {
            _id: string;
            service_name: string | null;
            /** Format: date-time */
            starts_at: string;
        };
        NoteDto: {
            /** @description The client's own id of the note: sending it again stores nothing new, other words under it are 409 CLIENT_ID_REUSED. */
            client_id?: string;
            content: string;
        };
        NoticeMailDto: {
            /**
             * Format: date-time
             * @description Time of the state
             * @example 2030-01-07T09:00:00.000Z
             */
            at: string;
            /**
             * @description Why it was skipped or failed, for example silent, turned_off, no_address, too_many_mails, no_open_conversation, WINDOW_CLOSED, outdated, mail_server
             * @example null
             */
            reason: string | null;
            /**
             * @description unknown: may have arrived; it is not sent again
             * @example sent
             * @enum {string}
             */
            state: "waiting" | "sending" | "sent" | "unknown" | "skipped" | "failed";
        };
        NoticeMessageDto: {
            /**
             * Format: date-time
             * @description Time of the state
             * @example 2030-01-07T09:00:00.000Z
             */
            at: string;
            /** @example 65a000000000000000000003 */
            conversation_id: string | null;
            /** @example 65a000000000000000000003 */
            message_id: string | null;
            /**
             * @description Why it was skipped or failed, for example silent, turned_off, no_address, too_many_mails, no_open_conversation, WINDOW_CLOSED, outdated, mail_server
             * @example null
             */
            reason: string | null;
            /**
             * @example posted
             * @enum {string}
             */
            state: "waiting" | "posting" | "posted" | "skipped" | "failed";
            /**
             * @description Of the posted message
             * @example delivered
             * @enum {string|null}
             */
            status: "queued" | "sent" | "delivered" | "read" | "failed" | null;
        };
        NotificationDto: {
            _id: string;
            /** Format: date-time */
            created_at: string;
            /** @description Ids and times of what it is about, for instance `conversation_id` and `seq` */
            data: {
                [key: string]: string | number;
            };
            /**
             * Format: date-time
             * @description Null: unread
             */
            read_at: string | null;
            /** @enum {string} */
            type: "mention" | "assignment" | "channel.needs_reconnect" | "channel.token_expiring" | "waitlist.offered";
            /** @description Names and texts to show, for instance `author`, `contact` and `text` */
            words: {
                [key: string]: string;
            };
        };
        NotificationPageDto: {
            items: components["schemas"]["NotificationDto"][];
            /** @description Null at the end */
            nextCursor: string | null;
            /** @description Unread notifications on all pages together */
            unread: number;
        };
        NotificationPreferencesDto: {
            /** @description A colleague assigns a conversation to the user */
            assignment: ("toast" | "sound" | "browser" | "push")[];
            /** @description A channel has to be connected again, now or soon; only owners and managers are told */
            channel_trouble: ("toast" | "sound" | "browser" | "push" | "mail")[];
            /** @description A note mentions the user */
            mention: ("toast" | "sound" | "browser" | "push")[];
            /** @description A customer writes in a conversation that is assigned to the user */
            my_message: ("toast" | "sound" | "browser" | "push")[];
            /** @description A customer writes in a conversation that nobody has taken */
            unassigned_message: ("toast" | "sound" | "browser" | "push")[];
            /** @description A time is free for somebody on the waitlist */
            waitlist_offer: ("toast" | "sound" | "browser" | "push")[];
        };
        OccurrenceDto: {
            alternatives: components["schemas"]["SeriesAlternativeDto"][];
            index: number;
            /** @description What forbids it, where it is not offered */
            rule: string | null;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "free" | "taken" | "not_offered";
        };
        OwnerDto: {
            epoch: number;
            id: string | null;
            /** @enum {string} */
            kind: "none" | "bot" | "human";
        };
        PercentilesDto: {
            /** @example 240000 */
            p50: number | null;
            /** @example 240000 */
            p90: number | null;
        };
        PersonFiguresDto: {
            _id: string;
            /** @description Appointments that start in the period, without cancelled ones. */
            bookings: number;
            /** @description From the first message of a customer to the first reply, for waits that began in the period. */
            first_reply_ms: components["schemas"]["PercentilesDto"];
            /** @description By people, bots and phones; without notes and without messages that failed. */
            messages_out: number;
            /** @description Null if the user does not exist any more. */
            name: string | null;
            no_shows: number;
            /**
             * @description Prices of the completed appointments, in the minor unit of the currency; prices in another currency are left out.
             * @example 45000
             */
            revenue: number;
        };
        PetClearanceDto: {
            _id: string;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            name: string;
            notes: string | null;
            pet_id: string;
            /** Format: date-time */
            updated_at: string;
            /** Format: date */
            valid_until: string | null;
        };
        PetClearancePageDto: {
            items: components["schemas"]["PetClearanceDto"][];
            nextCursor: string | null;
        };
        PetDto: {
            _id: string;
            allergies: string[];
            /** Format: date */
            birth_date: string | null;
            breed: string | null;
            coat: string | null;
            company_id: string;
            contact_id: string;
            /** Format: date-time */
            created_at: string;
            name: string;
            notes: string | null;
            photo_url: string | null;
            /** @enum {string} */
            sex: "male" | "female" | "unknown";
            species: string | null;
            temperament: string[];
            /** Format: date-time */
            updated_at: string;
            vaccinations: components["schemas"]["VaccinationDto"][];
            /** @description Grows with every change; for If-Match */
            version: number;
            weight_kg: number | null;
        };
        PetIntroductionDto: {
            breed?: string;
            coat?: string;
            name: string;
            species?: string;
            weight_kg?: number;
        };
        PetMatrixRowDto: {
            /** @default null */
            breed: string | null;
            /** @default null */
            coat: string | null;
            /**
             * @description Instead of duration_min
             * @default null
             */
            minutes: number | null;
            /**
             * @description Added to duration_min
             * @default null
             */
            minutes_delta: number | null;
            /**
             * @description Instead of the price
             * @default null
             * @example 9000
             */
            price: number | null;
            /**
             * @description Added to the price
             * @default null
             * @example 9000
             */
            price_delta: number | null;
            /**
             * @description Such pets are not taken
             * @default false
             */
            refuse: boolean;
            /**
             * @description Name of a size of the booking settings
             * @default null
             */
            size: string | null;
            /** @default null */
            species: string | null;
        };
        PetPageDto: {
            items: components["schemas"]["PetDto"][];
            nextCursor: string | null;
        };
        PetRowDto: {
            _id: string;
            allergies: string[];
            /** Format: date */
            birth_date: string | null;
            breed: string | null;
            coat: string | null;
            company_id: string;
            contact_id: string;
            /** @description Null for an API key without `contacts:read` */
            contact_name: string | null;
            /** Format: date-time */
            created_at: string;
            name: string;
            notes: string | null;
            photo_url: string | null;
            /** @enum {string} */
            sex: "male" | "female" | "unknown";
            species: string | null;
            temperament: string[];
            /** Format: date-time */
            updated_at: string;
            vaccinations: components["schemas"]["VaccinationDto"][];
            /** @description Grows with every change; for If-Match */
            version: number;
            weight_kg: number | null;
        };
        PetRowPageDto: {
            items: components["schemas"]["PetRowDto"][];
            nextCursor: string | null;
        };
        PetSummaryDto: {
            _id: string;
            name: string;
            species: string | null;
        };
        PetsRuleDto: {
            /** @default 1 */
            max: number;
            /** @default 0 */
            min: number;
            /**
             * @default parallel
             * @enum {string}
             */
            plan: "parallel" | "sequence" | "stagger";
            /**
             * @description Boarding and daycare: up to so many take one unit together
             * @default 1
             */
            share: number;
            /**
             * @description Between two beginnings; for the plan `stagger`
             * @default null
             */
            stagger_min: number | null;
        };
        PolicyDto: {
            /** @description Until so many hours before it begins, cancelling costs nothing */
            free_cancel_hours: number;
            free_reschedule_hours: number;
            /** @description Of the price */
            late_fee_percent: number;
            max_reschedules: number;
            /** @description Of the price */
            no_show_fee_percent: number;
        };
        PracticeDto: {
            /** @description A page of the company alone, ready for `POST /channels` */
            account: components["schemas"]["ConnectChannelDto"];
            /**
             * @description The folder of the server that holds mails instead of sending them; null: mails are sent
             * @example data/mail
             */
            mail_folder: string | null;
            /**
             * @description The practice phone, on which a person plays a customer
             * @example http://127.0.0.1:4001/
             */
            phone_url: string;
        };
        PreferencesDto: {
            /** @description Enter sends a message; else it breaks the line */
            enter_sends: boolean;
            /** @description Keyboard shortcuts are switched off */
            keys_off: boolean;
            /**
             * @description `auto` follows the device
             * @enum {string}
             */
            theme: "light" | "dark" | "auto";
        };
        PresenceDto: {
            /**
             * Format: date-time
             * @description Last log-in or refresh of a token; null: never
             */
            last_seen_at: string | null;
            /** @description The app is open on at least one device */
            online: boolean;
            user_id: string;
        };
        PresenceListDto: {
            items: components["schemas"]["PresenceDto"][];
            /** @description Always null: the list has all users */
            nextCursor: string | null;
        };
        ProfileDto: {
            _id: string;
            /** @description A signed address, good for an hour */
            avatar_url: string | null;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            email: string;
            /** @description The user has confirmed the e-mail address. Only then may the user invite others */
            email_verified: boolean;
            full_name: string;
            /** Format: date-time */
            last_login_at: string | null;
            /** @description Overrides the locale of the company */
            locale: string | null;
            preferences: components["schemas"]["PreferencesDto"];
            /** @enum {string} */
            role: "super_admin" | "owner" | "manager" | "staff";
            /** @enum {string} */
            state: "registering" | "invited" | "active" | "disabled" | "deleted";
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        ProofFileDto: {
            /**
             * Format: binary
             * @description A picture or a PDF, 10 MB at most
             */
            file: string;
        };
        PublicAddOnDto: {
            key: string;
            minutes: number;
            name: string;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number;
        };
        PublicAppointmentDto: {
            _id: string;
            company_address: string | null;
            company_name: string;
            company_phone: string | null;
            /** @description Names the public page; null while the page is off */
            company_slug: string | null;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** Format: date-time */
            ends_at: string;
            /**
             * @description The fee for moving or cancelling the appointment
             * @example 9000
             */
            fee: number | null;
            pet_count: number;
            policy: components["schemas"]["PublicPolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            service_id: string;
            service_name: string | null;
            /** @description null where the page names nobody */
            staff_name: string | null;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "held" | "pending" | "confirmed" | "checked_in" | "in_progress" | "completed" | "cancelled" | "no_show";
            theme: components["schemas"]["PublicThemeDto"];
            time_zone: string;
        };
        PublicBookedDto: {
            appointment: components["schemas"]["PublicAppointmentDto"];
            manage_token: string;
            /** @description Where the customer manages the appointment without a log-in */
            manage_url: string;
        };
        PublicGateDto: {
            kind: string;
            name: string;
        };
        PublicHeldDto: {
            hold: components["schemas"]["PublicHoldDto"];
        };
        PublicHoldDto: {
            _id: string;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** Format: date-time */
            ends_at: string;
            /** Format: date-time */
            expires_at: string | null;
            /** @description The policy that the appointment gets when this hold is confirmed */
            policy: components["schemas"]["PolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            service_id: string;
            /** @description null where the page names nobody */
            staff_id: string | null;
            /** Format: date-time */
            starts_at: string;
            time_zone: string;
        };
        PublicPageDto: {
            address: string | null;
            company_name: string;
            /** @description Whether a code is sent before the booking */
            contact_check: boolean;
            /** @description Phone numbers without a country belong to this one */
            country: string | null;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** @enum {string} */
            locale: "en" | "pt-BR";
            /** @description Whether the company confirms each booking itself */
            needs_approval: boolean;
            phone: string | null;
            services: components["schemas"]["PublicServiceDto"][];
            theme: components["schemas"]["PublicThemeDto"];
            /** @description IANA name of the zone of all dates */
            time_zone: string;
            /** @description What to ask about a pet */
            traits: components["schemas"]["AskedTraitsDto"];
            website: string | null;
        };
        PublicPolicyDto: {
            can_cancel: boolean;
            can_reschedule: boolean;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            cancel_fee: number;
            /** @description Until so many hours before it begins, cancelling costs nothing */
            free_cancel_hours: number;
            free_reschedule_hours: number;
            /** @description Of the price, for cancelling or moving later */
            late_fee_percent: number;
            /** @description How often the customer may move the appointment in all */
            max_reschedules: number;
            /** @description Of the price */
            no_show_fee_percent: number;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            reschedule_fee: number;
        };
        PublicQuoteDto: {
            /** @description False if the service does not take one of the pets */
            accepted: boolean;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            /** @description 0 for a stay */
            minutes: number;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number;
        };
        PublicServiceDto: {
            _id: string;
            /** @description False if the service does not take these pets, or not so many */
            accepted: boolean;
            /** @description Empty: all */
            accepted_species: string[];
            add_ons: components["schemas"]["PublicAddOnDto"][];
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            description: string | null;
            /** @description Of a visit of the pets in the query; without pets that of the service */
            duration_min: number;
            /** @description What must hold for a pet on the day */
            gates: components["schemas"]["PublicGateDto"][];
            /** @description Bookable so many days ahead */
            horizon_days: number;
            /** @enum {string} */
            kind: "timed" | "boarding" | "daycare";
            max_nights: number | null;
            /** @description Most pets in one visit */
            max_pets: number;
            /** @description Of boarding */
            min_nights: number | null;
            name: string;
            policy: components["schemas"]["PolicyDto"];
            /**
             * @description In minor units of `currency`: 9050 is 90.50; for all pets in the query, of boarding for one night. Without pets a pet may change it
             * @example 9000
             */
            price: number | null;
            /** @description Who may be asked for; empty where nobody is named */
            staff: components["schemas"]["PublicStaffDto"][];
        };
        PublicSizeDto: {
            /** @description null: without a limit */
            max_kg: number | null;
            name: string;
        };
        PublicSlotDayDto: {
            /** Format: date */
            date: string;
            /** @description By time; empty on a day without any */
            slots: components["schemas"]["PublicSlotDto"][];
        };
        PublicSlotDto: {
            /** Format: date-time */
            ends_at: string;
            /** @description Empty where the page names nobody */
            staff_ids: string[];
            /** Format: date-time */
            starts_at: string;
        };
        PublicSlotsDto: {
            days: components["schemas"]["PublicSlotDayDto"][];
            /** @description IANA name of the zone of the dates */
            time_zone: string;
        };
        PublicStaffDto: {
            _id: string;
            full_name: string;
        };
        PublicThemeDto: {
            /** @example #1c6b57 */
            color: string | null;
            /** @description Path on this server */
            logo_url: string | null;
            /** @description Words of the company; null: none in this language */
            text_en: string | null;
            text_pt: string | null;
        };
        PushKeyDto: {
            /** @description `applicationServerKey` for `pushManager.subscribe`, in base64url */
            public_key: string;
        };
        PushKeysDto: {
            /** @example BTBZMqHH6r4Tts7J_aSIgg */
            auth: string;
            /**
             * @description The public key of the browser, on the curve P-256, in base64url
             * @example BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4
             */
            p256dh: string;
        };
        PushQuietHoursDto: {
            /**
             * @description In the time zone of the company
             * @example 22:00
             */
            from: string;
            /**
             * @description May be on the next day; the same time as `from` is the whole day
             * @example 07:00
             */
            to: string;
        };
        PushSettingsDto: {
            /** @description No push is sent in these hours; null: pushes at any time */
            quiet_hours?: components["schemas"]["PushQuietHoursDto"] | null;
            /** @description Pushes show texts of messages and notes; else only names */
            shows_text: boolean;
        };
        PushSubscriptionDto: {
            /**
             * @description An address of a known push service
             * @example https://fcm.googleapis.com/fcm/send/dXJuOmV4YW1wbGU:APA91bExample
             */
            endpoint: string;
            /** @description Sent by browsers, and not used */
            expirationTime?: number | null;
            keys: components["schemas"]["PushKeysDto"];
        };
        PutDraftDto: {
            /** @description Addresses that `POST /media` answered; they live for a day. */
            files?: string[];
            /** @enum {string} */
            mode: "reply" | "note";
            text: string;
            /** @description The version that the draft had when the client read it; 0 where there was none. */
            version: number;
        };
        PutScheduleDto: {
            /**
             * @description Whether customers may be given to this person
             * @default true
             */
            bookable: boolean;
            /** @default [] */
            overrides: components["schemas"]["DateOverrideDto"][];
            /**
             * @description IANA name; null: that of the company
             * @default null
             * @example America/Sao_Paulo
             */
            time_zone: string | null;
            /**
             * Format: date
             * @description Any day of a week A; needed where weeks alternate
             * @default null
             */
            week_a_starts: string | null;
            weekly: components["schemas"]["WeeklyDayDto"][];
        };
        PutSecretDto: {
            /**
             * @description It is stored encrypted, and no answer shows it.
             * @example the key of the shop system
             */
            value: string;
        };
        QuietHoursDto: {
            /** @example 09:00 */
            from: string;
            /** @example 09:00 */
            to: string;
        };
        QuotaDto: {
            _id: string;
            /** @enum {string} */
            cell: "day" | "15min";
            company_id: string;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            kind: "load" | "arrivals";
            max: number;
            name: string;
            /** @enum {string} */
            per: "staff" | "company";
            service_ids: string[];
            size: string | null;
            species: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        QuotaPageDto: {
            items: components["schemas"]["QuotaDto"][];
            nextCursor: string | null;
        };
        QuoteDto: {
            /** @description False when the service does not take one of the pets */
            accepted: boolean;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            lines: components["schemas"]["QuotedLineDto"][];
            minutes: number;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number;
        };
        QuotedLineDto: {
            minutes: number;
            pet_id: string | null;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number;
            /** @description Minutes from the beginning of the visit */
            starts_after_min: number;
        };
        QuotedMessageDto: {
            /** @enum {string|null} */
            attachment_type: "image" | "video" | "audio" | "file" | "sticker" | "location" | "contact" | "story" | "share" | "unsupported" | null;
            author: components["schemas"]["MessageAuthorDto"];
            /** @description The beginning of its text; empty for files without text, and where it was removed. */
            content: string;
            message_id: string;
            /** @description Its place in the conversation's history. */
            seq: number;
        };
        ReactionDto: {
            /** Format: date-time */
            at: string;
            /** @enum {string} */
            by: "contact" | "business";
            emoji: string;
        };
        ReadAnswerDto: {
            up_to_seq: number;
            updated: number;
        };
        ReadNotificationsAnswerDto: {
            /** @description How many were unread */
            updated: number;
        };
        ReadNotificationsDto: {
            /** @description Left out: all */
            ids?: string[];
        };
        ReasonDto: {
            reason: string;
        };
        ReasonedByDto: {
            /** @description Id of the user */
            by: string;
            reason: string;
        };
        ReceivedProofDto: {
            _id: string;
            /** @enum {string} */
            state: "waiting" | "accepted" | "refused";
        };
        RefreshDto: {
            /** @description Needed except in cookie mode */
            refreshToken?: string;
        };
        RefusedStartDto: {
            /**
             * @description What staff can do about it
             * @example Give a staff member a schedule
             */
            cure: string;
            /** @description The first rule that forbids it, such as STAFF_BUSY */
            rule: string;
            /** Format: date-time */
            starts_at: string;
        };
        RefusedVisitDto: {
            /** @example Switch the service on */
            cure: string;
            /** @enum {string} */
            rule: "SERVICE_INACTIVE" | "PET_COUNT" | "NIGHTS";
        };
        RegisterDto: {
            company_name: string;
            /**
             * @description ISO 3166-1 alpha-2; decides how phone numbers without a country are read, and the currency of prices. By default the country of the time zone
             * @example BR
             */
            country?: string;
            /** Format: email */
            email: string;
            full_name?: string;
            /**
             * @default en
             * @enum {string}
             */
            locale: "en" | "pt-BR";
            /** @description At most 72 bytes in UTF-8 */
            password: string;
            /**
             * @description Sets up something that can be booked, a moment after the answer: a bath and a bath with clipping for dogs, done by the owner from Monday to Saturday, 9:00 to 18:00
             * @default false
             */
            starter: boolean;
            /**
             * @description IANA time zone
             * @default UTC
             * @example America/Sao_Paulo
             */
            time_zone: string;
        };
        RegisteredDto: {
            company: components["schemas"]["CompanyDto"];
            tokens: components["schemas"]["TokensDto"];
            user: components["schemas"]["ProfileDto"];
        };
        RemoveTagsDto: {
            tags?: string[];
        };
        RepeatDto: {
            /**
             * Format: date
             * @description The last day on which it may begin
             */
            until: string;
            /** @enum {boolean} */
            weekly: true;
        };
        ReplayWebhookDto: {
            /**
             * Format: date-time
             * @description Every event since then is sent again, at most the last 30 days.
             * @example 2030-01-31T09:00:00Z
             */
            since: string;
        };
        ReplayedWebhookDto: {
            /** @description Deliveries that are sent again; events of the last 48 hours that had none yet come on top. */
            replayed: number;
        };
        ReplyWindowDto: {
            /**
             * Format: date-time
             * @description In the past: closed until the customer writes.
             */
            expires_at: string;
            /**
             * @description `human_agent`: the standard day is over, and a person (no bot) may still answer.
             * @enum {string}
             */
            kind: "standard" | "human_agent" | "free_entry_point";
        };
        RequirementDto: {
            /** @default 1 */
            quantity: number;
            /**
             * @description Only these resources; empty: any resource of the type
             * @default []
             */
            resource_ids: string[];
            resource_type_id: string;
        };
        RescheduleManagedDto: {
            /**
             * @description The fee that the customer saw. Another fee is 409 FEE_CHANGED
             * @example 9000
             */
            expected_fee?: number;
            /** Format: date-time */
            starts_at: string;
        };
        ResetPasswordDto: {
            /** @description At most 72 bytes in UTF-8 */
            password: string;
        };
        ResourceAttributesDto: {
            /**
             * @description Where it is
             * @default null
             */
            area: string | null;
            /**
             * @description The heaviest pet it takes, kilograms
             * @default null
             */
            max_kg: number | null;
            /**
             * @description Empty: every species
             * @default []
             */
            species: string[];
        };
        ResourceDto: {
            _id: string;
            active: boolean;
            attributes: components["schemas"]["ResourceAttributesDto"];
            capacity: number;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            name: string;
            resource_type_id: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        ResourcePageDto: {
            items: components["schemas"]["ResourceDto"][];
            nextCursor: string | null;
        };
        ResourceTypeDto: {
            _id: string;
            /** @enum {string} */
            cell: "5min" | "15min" | "half_day" | "night";
            company_id: string;
            /** Format: date-time */
            created_at: string;
            /** @enum {string} */
            kind: "unit" | "pool";
            name: string;
            pad_after_min: number;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        ResourceTypePageDto: {
            items: components["schemas"]["ResourceTypeDto"][];
            nextCursor: string | null;
        };
        RowProblemDto: {
            /**
             * @description Upper case, for clients that translate the problem
             * @example INVALID_DATE
             */
            code: string;
            /**
             * @description Null: the whole row
             * @example Birthday
             */
            column: string | null;
            /**
             * @description The words of the message that differ from row to row
             * @example {
             *       "value": "soon"
             *     }
             */
            details?: {
                [key: string]: string;
            };
            /** @example “soon” is not a date. Write it as YYYY-MM-DD, such as 2030-01-31. */
            message: string;
        };
        ScheduleMessageDto: {
            attachments?: components["schemas"]["AttachmentInputDto"][];
            /**
             * @description Cancels it if the customer writes first.
             * @default false
             */
            cancel_on_reply: boolean;
            /**
             * @description The client's own id. While the message is not sent, a repeated call returns it as it is and schedules no other one. Other
             *     words under the same id are 409 CLIENT_ID_REUSED.
             */
            client_id?: string;
            /** @description Content or an attachment is needed. */
            content?: string;
            /** @description The quoted message of this conversation. */
            reply_to?: string;
            /**
             * Format: date-time
             * @description In the future, at most 5 years ahead.
             * @example 2030-01-31T09:00:00Z
             */
            send_at: string;
        };
        ScheduledFileDto: {
            file_description: string | null;
            mime_type: string | null;
            name: string | null;
            /** @description Bytes. */
            size: number | null;
            /** @enum {string} */
            type: "image" | "video" | "audio" | "file";
            url: string;
        };
        ScheduledMessageDto: {
            _id: string;
            attachments: components["schemas"]["ScheduledFileDto"][];
            /** @description The user in whose name it is sent. */
            author_id: string;
            cancel_on_reply: boolean;
            content: string;
            conversation_id: string;
            /** Format: date-time */
            created_at: string;
            reason: components["schemas"]["ScheduledReasonDto"] | null;
            reply_to: string | null;
            /** Format: date-time */
            send_at: string;
            /**
             * @description `sending`: it can no longer be changed. `failed`, `cancelled`: `reason` says why.
             * @enum {string}
             */
            state: "scheduled" | "sending" | "failed" | "cancelled";
            /** Format: date-time */
            updated_at: string;
            /** @description For If-Match. */
            version: number;
        };
        ScheduledMessageListDto: {
            /** @description Sorted by `send_at`. */
            items: components["schemas"]["ScheduledMessageDto"][];
        };
        ScheduledReasonDto: {
            /** @description Stable, for instance CUSTOMER_REPLIED, TOO_LATE, AUTHOR_GONE, NOT_POSTED or WINDOW_CLOSED. */
            code: string;
            /** @description A sentence for staff. */
            message: string;
        };
        SearchResultDto: {
            /** @description The next appointment of each contact that was found, also of the contacts of the pets; the soonest first. */
            appointments: components["schemas"]["FoundAppointmentDto"][];
            contacts: components["schemas"]["FoundContactDto"][];
            /** @description The newest first. */
            messages: components["schemas"]["FoundMessageDto"][];
            pets: components["schemas"]["FoundPetDto"][];
        };
        SecretDto: {
            /**
             * Format: date-time
             * @description When the value was stored.
             */
            changed_at: string;
            /** @description The user who stored it. */
            changed_by: string;
            /** @example shop_key */
            name: string;
        };
        SecretListDto: {
            items: components["schemas"]["SecretDto"][];
            /** @description Always null: a company has at most 64 secrets */
            nextCursor: string | null;
        };
        SegmentDto: {
            /** @default 0 */
            gap_after_min: number;
            minutes: number;
            /** @default null */
            name: string | null;
            /** @default [] */
            requirements: components["schemas"]["RequirementDto"][];
            /** @description Whether the staff member is bound */
            staff: boolean;
        };
        SelfTestReportDto: {
            channel: components["schemas"]["ChannelDto"];
            /** @enum {string|null} */
            failed_step: "token" | "account" | "registration" | "subscription" | "read_back" | null;
            ok: boolean;
            steps: components["schemas"]["SelfTestStepDto"][];
        };
        SelfTestStepDto: {
            /** @description What was found, in words for the person who has to mend it. */
            message: string;
            ok: boolean;
            /** @enum {string} */
            step: "token" | "account" | "registration" | "subscription" | "read_back";
        };
        SendMetaMessageDto: {
            /** @example 0123456789abcdef01234503 */
            contact_id: string;
            /** @example Luna is ready to be picked up. */
            content: string;
        };
        SeriesAlternativeDto: {
            staff_id: string | null;
            /** Format: date-time */
            starts_at: string;
        };
        SeriesDecisionDto: {
            /** @enum {string} */
            action: "keep" | "skip" | "move";
            /** @description Of the occurrence, from 0 */
            index: number;
            /**
             * Format: date-time
             * @description Where it moves to
             */
            starts_at?: string;
        };
        SeriesDto: {
            _id: string;
            /** Format: date-time */
            created_at: string;
            rule: components["schemas"]["SeriesRuleDto"];
            service_id: string;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            state: "committing" | "undoing" | "active" | "failed" | "cancelled";
            time_zone: string;
            /** Format: date-time */
            updated_at: string;
        };
        SeriesReportDto: {
            occurrences: components["schemas"]["OccurrenceDto"][];
            /** @description IANA name of the zone whose wall the series keeps to */
            time_zone: string;
        };
        SeriesRuleDto: {
            /**
             * @description How often; this or until
             * @default null
             */
            count: number | null;
            every_weeks: number;
            /**
             * Format: date
             * @description The last local day on which one may begin
             * @default null
             */
            until: string | null;
        };
        SeriesRuleInputDto: {
            /**
             * @description How often; this or until
             * @default null
             */
            count: number | null;
            every_weeks: number;
            /**
             * @description Of alternatives
             * @default 6
             */
            tolerance_days: number;
            /**
             * Format: date
             * @description The last local day on which one may begin
             * @default null
             */
            until: string | null;
        };
        ServiceDto: {
            _id: string;
            accepted_species: string[];
            active: boolean;
            add_ons: components["schemas"]["AddOnDto"][];
            arrival: components["schemas"]["DoorHoursDto"] | null;
            buffer_after_min: number;
            buffer_before_min: number;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            /**
             * @description ISO 4217
             * @example BRL
             */
            currency: string;
            description: string | null;
            duration_min: number;
            gates: components["schemas"]["GateDto"][];
            half_day: boolean;
            halves: components["schemas"]["HalvesDto"] | null;
            /** @description How many days ahead customers book */
            horizon_days: number;
            /** @enum {string} */
            kind: "timed" | "boarding" | "daycare";
            lead_time_min: number;
            max_nights: number | null;
            min_nights: number | null;
            name: string;
            pet_matrix: components["schemas"]["PetMatrixRowDto"][];
            pets: components["schemas"]["PetsRuleDto"];
            pickup: components["schemas"]["DoorHoursDto"] | null;
            /** @description null: that of the booking settings */
            policy: components["schemas"]["PolicyDto"] | null;
            /**
             * @description In minor units of `currency`: 9050 is 90.50
             * @example 9000
             */
            price: number | null;
            public: boolean;
            public_lead_time_min: number | null;
            require_staff: boolean;
            requirements: components["schemas"]["ServiceRequirementDto"][];
            segments: components["schemas"]["SegmentDto"][];
            /** @description How many days ahead staff book, also series */
            staff_horizon_days: number;
            staff_ids: string[];
            staff_overrides: components["schemas"]["StaffOverrideDto"][];
            step_min: number;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
            /** @description ISO: 1 Monday ... 7 Sunday */
            weekdays: number[];
        };
        ServiceFiguresDto: {
            _id: string;
            /** @description Appointments that start in the period, without cancelled ones. */
            bookings: number;
            /** @description Null if the service was deleted. */
            name: string | null;
            no_shows: number;
            /**
             * @description Prices of the completed appointments, in the minor unit of the currency; prices in another currency are left out.
             * @example 45000
             */
            revenue: number;
        };
        ServicePageDto: {
            items: components["schemas"]["ServiceDto"][];
            nextCursor: string | null;
        };
        ServiceRequirementDto: {
            /** @default 1 */
            quantity: number;
            /**
             * @description Only these resources; empty: any resource of the type
             * @default []
             */
            resource_ids: string[];
            resource_type_id: string;
            /**
             * @description Index of the segment; null: the whole visit
             * @default null
             */
            segment: number | null;
        };
        SessionDto: {
            _id: string;
            /** Format: date-time */
            created_at: string;
            /** @description The session of this very request */
            current: boolean;
            /** Format: date-time */
            expires_at: string;
            /** @description Address of the log-in */
            ip: string;
            /**
             * Format: date-time
             * @description Last log-in or refresh
             */
            last_used_at: string;
            /** @description Browser or program, as it named itself */
            user_agent: string;
        };
        SessionListDto: {
            items: components["schemas"]["SessionDto"][];
            /** @description Always null: the list is short */
            nextCursor: string | null;
        };
        SetNotificationPreferencesDto: {
            /** @description A colleague assigns a conversation to the user */
            assignment: ("toast" | "sound" | "browser" | "push")[];
            /** @description A channel has to be connected again, now or soon; only owners and managers are told */
            channel_trouble: ("toast" | "sound" | "browser" | "push" | "mail")[];
            /** @description A note mentions the user */
            mention: ("toast" | "sound" | "browser" | "push")[];
            /** @description A customer writes in a conversation that is assigned to the user */
            my_message: ("toast" | "sound" | "browser" | "push")[];
            /** @description A customer writes in a conversation that nobody has taken */
            unassigned_message: ("toast" | "sound" | "browser" | "push")[];
            /** @description A time is free for somebody on the waitlist */
            waitlist_offer: ("toast" | "sound" | "browser" | "push")[];
        };
        SignupCodeDto: {
            /** @example AQBx-code-of-embedded-signup */
            code: string;
            /** @example 106300000000001 */
            phone_number_id?: string;
            /**
             * @description The id from the session event. Without it, all business accounts of the code are listed.
             * @example 205000000000001
             */
            waba_id?: string;
        };
        SizeDto: {
            /**
             * @description Up to and with so many kilograms; null, of the last one: without end
             * @default null
             */
            max_kg: number | null;
            name: string;
        };
        SlotDayDto: {
            /** Format: date */
            date: string;
            /** @description Only where explain was asked for */
            refused?: components["schemas"]["RefusedStartDto"][];
            /** @description By time; empty on a day without any */
            slots: components["schemas"]["SlotDto"][];
        };
        SlotDto: {
            /** Format: date-time */
            ends_at: string;
            /** @description Who can lead it; empty where nobody needs to */
            staff_ids: string[];
            /** Format: date-time */
            starts_at: string;
        };
        SlotsDto: {
            days: components["schemas"]["SlotDayDto"][];
            /** @description Only where explain was asked for */
            refused?: components["schemas"]["RefusedVisitDto"];
            /** @description IANA name of the zone of the dates */
            time_zone: string;
        };
        SocialAuthorDto: {
            /**
             * @description The person's id at the platform.
             * @example 6700000000000001
             */
            id: string;
            /** @example Ana Souza */
            name: string | null;
        };
        SocialEventDto: {
            /** @example 0123456789abcdef01234510 */
            _id: string;
            /**
             * Format: date-time
             * @description When it was made.
             * @example 2026-11-28T12:00:00.000Z
             */
            at: string;
            /** @description Null if privacy settings hide the person. */
            author: components["schemas"]["SocialAuthorDto"] | null;
            /**
             * Format: date-time
             * @example 2026-11-28T12:00:00.000Z
             */
            changed_at: string;
            /** @example 0123456789abcdef01234509 */
            channel_id: string;
            /**
             * @description Depends on `kind`: for instance the reaction, or the numbers of a story.
             * @example {
             *       "media_type": "FEED"
             *     }
             */
            details: {
                [key: string]: string | number;
            };
            /**
             * @description The id of the comment or post; null for a kind without ids.
             * @example 1000000000000001_77_9
             */
            external_id: string | null;
            /** @example false */
            is_hidden: boolean;
            /**
             * @description The account itself wrote it.
             * @example false
             */
            is_own: boolean;
            /**
             * @description It was removed at the platform, and its text was deleted.
             * @example false
             */
            is_removed: boolean;
            /**
             * @example comment
             * @enum {string}
             */
            kind: "comment" | "live_comment" | "reaction" | "post" | "share" | "mention" | "story_insights";
            /**
             * @description The comment that it answers or reacts to.
             * @example null
             */
            parent_id: string | null;
            /** @example null */
            permalink: string | null;
            /** @example 1000000000000001_77 */
            post_id: string | null;
            /**
             * @description Null after a removal, or if the platform reports ids only.
             * @example How much is a bath?
             */
            text: string | null;
            /**
             * @description The last change that the platform reported.
             * @example add
             * @enum {string}
             */
            verb: "add" | "edit" | "remove" | "hide" | "unhide";
        };
        SocialEventPageDto: {
            items: components["schemas"]["SocialEventDto"][];
            /** @example null */
            nextCursor: string | null;
        };
        StaffOverrideDto: {
            /** @default null */
            duration_min: number | null;
            /**
             * @default null
             * @example 9000
             */
            price: number | null;
            staff_id: string;
        };
        StaffScheduleDto: {
            _id: string;
            bookable: boolean;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            overrides: components["schemas"]["DateOverrideDto"][];
            staff_id: string;
            time_zone: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
            /** Format: date */
            week_a_starts: string | null;
            weekly: components["schemas"]["WeeklyDayDto"][];
        };
        StaffSchedulePageDto: {
            items: components["schemas"]["StaffScheduleDto"][];
            nextCursor: string | null;
        };
        StartedBulkDto: {
            /** @description How many conversations will change; fewer do if some are like that already. */
            count: number;
            job_id: string;
            /** @description Undoes the change, until 60 seconds after its end; null if the change cannot be undone. */
            undo_token: string | null;
        };
        StartedLoginDto: {
            /** @description A part of `url`. It works once, for ten minutes. */
            state: string;
            /** @description Open it in the browser of the person. */
            url: string;
        };
        SyncTemplatesDto: {
            /** @example 0123456789abcdef01234509 */
            channel_id: string;
        };
        SyncedTemplatesDto: {
            /** @description The number of templates of the channel. */
            templates: number;
        };
        TagInUseDto: {
            /** @description Number of contacts with the tag */
            contacts: number;
            /** @example vip */
            tag: string;
        };
        TagsDto: {
            tags: string[];
        };
        TagsInUseDto: {
            items: components["schemas"]["TagInUseDto"][];
        };
        TeamDto: {
            _id: string;
            member_ids: string[];
            name: string;
            /** @description The version that If-Match takes */
            version: number;
        };
        TeamPageDto: {
            items: components["schemas"]["TeamDto"][];
            nextCursor: string | null;
        };
        TemplateButtonDto: {
            phone_number?: string;
            text: string;
            /** @enum {string} */
            type: "quick_reply" | "url" | "phone_number";
            /** @description The address of a link. It may end with the variable `{{1}}`. */
            url?: string;
        };
        TemplateButtonViewDto: {
            phone_number?: string;
            text: string;
            /** @enum {string} */
            type: "quick_reply" | "url" | "phone_number";
            url?: string;
        };
        TemplateComponentsDto: {
            body: string;
            buttons: components["schemas"]["TemplateButtonViewDto"][];
            footer: string | null;
            header: string | null;
        };
        TemplateDto: {
            _id: string;
            /** @enum {string} */
            category: "utility" | "marketing" | "authentication";
            channel_id: string;
            components: components["schemas"]["TemplateComponentsDto"];
            /** @example pt_BR */
            language: string;
            name: string;
            /**
             * @description WhatsApp's measure of the customers' reactions.
             * @enum {string}
             */
            quality: "green" | "yellow" | "red" | "unknown";
            /**
             * @description WhatsApp's word for the reason.
             * @example INVALID_FORMAT
             */
            rejected_reason: string | null;
            /**
             * @description Only an approved template may be sent.
             * @enum {string}
             */
            status: "approved" | "pending" | "rejected" | "paused" | "disabled" | "other";
            /** Format: date-time */
            synced_at: string;
            /**
             * @description The reason why PetBuddy cannot send it; null if it can.
             * @enum {string|null}
             */
            unsupported: "media_header" | "code" | "unknown_part" | null;
            variables: components["schemas"]["TemplateVariableDto"][];
        };
        TemplatePageDto: {
            items: components["schemas"]["TemplateDto"][];
            nextCursor: string | null;
        };
        TemplateVariableDto: {
            /** @example Luna */
            example: string;
            /**
             * @description The key of its value in a message.
             * @example pet_name
             */
            key: string;
            /** @enum {string} */
            place: "header" | "body" | "button";
        };
        TextLimitDto: {
            limit: number;
            /**
             * @description What counts: Unicode characters, or bytes of UTF-8.
             * @enum {string}
             */
            unit: "characters" | "bytes";
        };
        TimeOffAnswerDto: {
            /** @description What it falls on; nothing is moved by itself */
            appointments: components["schemas"]["HitAppointmentDto"][];
            time_off: components["schemas"]["TimeOffDto"];
        };
        TimeOffDto: {
            _id: string;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            /** Format: date-time */
            ends_at: string;
            reason: string | null;
            repeat: components["schemas"]["RepeatDto"] | null;
            staff_id: string;
            /** Format: date-time */
            starts_at: string;
            /** @enum {string} */
            status: "approved" | "requested";
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        TimeOffPageDto: {
            items: components["schemas"]["TimeOffDto"][];
            nextCursor: string | null;
        };
        TokensDto: {
            /** @description JWT for `Authorization: Bearer` */
            accessToken: string;
            /**
             * @description Life of the access token in seconds
             * @example 900
             */
            expiresIn: number;
            /** @description Opaque; good for one refresh. Absent in cookie mode */
            refreshToken?: string;
        };
        TypingDto: {
            typing: boolean;
        };
        UndoBulkDto: {
            undo_token: string;
        };
        UndoneBulkDto: {
            /** @description How many conversations the change was for. */
            count: number;
            job_id: string;
        };
        UnmetGatesDto: {
            /** @description The visit cannot be booked before these are met */
            blocked_by: components["schemas"]["FindingDto"][];
            /** @description The appointment would be pending until these are met */
            pending_on: components["schemas"]["FindingDto"][];
            /** @description Only a warning */
            warnings: components["schemas"]["FindingDto"][];
        };
        UpdateAppointmentDto: {
            /** @description Keys of the service's add-ons */
            add_ons?: string[];
            /** @description Another customer; pet_ids must be pets of this customer */
            contact_id?: string;
            /** @description Of a visit of one pet; the price stays */
            duration_min?: number;
            /** @description A service of its own for each pet */
            items?: components["schemas"]["VisitItemDto"][];
            /** @description Of boarding */
            nights?: number;
            notes?: string | null;
            /** @description false: the customer gets no notice of this change. Left out: as the booking settings say */
            notify_customer?: boolean;
            /** @description The notice to the customer waits so long; a change that is taken back within this time sends none */
            notify_delay_sec?: number;
            /** @description Only for managers: puts the visit beside another one of the same person, or above a limit, but never on a taken table, kennel or room. The reason is stored */
            overbook?: components["schemas"]["ReasonDto"];
            /** @description Overrides lead time, hours, start steps and horizon, up to 30 days back and at any minute, and lets a pet have two appointments at one time, but never takes a time that is taken. The reason is stored */
            override?: components["schemas"]["ReasonDto"];
            pet_ids?: string[];
            /**
             * @description Price of the whole visit. Left out: unchanged work keeps its price, changed work gets a new one
             * @example 9000
             */
            price?: number;
            /** @description The tables, kennels or pools that the visit uses */
            resource_ids?: string[];
            /** @description Another service for all pets */
            service_id?: string;
            /** @description The staff member who leads the visit; null: anybody who is free */
            staff_id?: string | null;
            /** Format: date-time */
            starts_at?: string;
            /**
             * @description The next status of the visit; managers may also undo the last one. `confirmed` approves a pending appointment
             * @enum {string}
             */
            status?: "confirmed" | "checked_in" | "in_progress" | "completed" | "no_show" | "cancelled";
        };
        UpdateBookingSettingsDto: {
            /** @description By which codes go to phones, on WhatsApp */
            code_template?: components["schemas"]["CodeTemplateDto"];
            /** @description Whether visitors prove their address or number by a code */
            contact_check?: boolean;
            /** @description How customers hear that an appointment is booked, changed or cancelled */
            customer_notices?: components["schemas"]["CustomerNoticesDto"];
            /** @description Whether customers are shown no starts that leave somebody a gap too short to sell; no day loses its last ones */
            hide_dead_gaps?: boolean;
            /** @description How long a slot is held while somebody decides */
            hold_minutes?: number;
            /** @description Slots a visitor of the public page may hold at once */
            holds_per_visitor?: number;
            /** @description For services without one of their own */
            policy?: components["schemas"]["PolicyDto"];
            /** @description Whether public bookings wait for somebody to approve them */
            public_approval?: boolean;
            /** @description Whether the public page is on */
            public_page?: boolean;
            /** @description Nothing is offered to the waitlist in these hours */
            quiet_hours?: components["schemas"]["QuietHoursDto"] | null;
            /** @description Hours in which staff must approve a public request; afterwards it is cancelled and its time is free */
            request_hours?: number;
            /** @description Whether the public page tells who works when */
            show_staff_names?: boolean;
            /** @description From small to large */
            sizes?: components["schemas"]["SizeDto"][];
            /** @description How long a freed slot is kept for who waits for it */
            waitlist_offer_minutes?: number;
        };
        UpdateCannedReplyDto: {
            /**
             * @description Staff type it after a slash; unique in the company.
             * @example hours
             */
            shortcut?: string;
            /** @description Variables: `{{contact.name}}`, `{{pet.name}}`, `{{user.name}}`. The client fills them in. */
            text?: string;
            title?: string;
        };
        UpdateChannelDto: {
            /**
             * Format: password
             * @description Must be allowed to act for the account, as a Page's own token is. Stored encrypted and never returned.
             * @example EAAG-token-of-the-page
             */
            access_token?: string;
            /** @description Instagram Login: the `id` that is scoped to the app, beside the `user_id` above. */
            app_scoped_id?: string;
            /** @description How staff call it; the external id where left out. */
            name?: string;
            /**
             * @description Registers a WhatsApp number for the Cloud API. It is not stored.
             * @example 123456
             */
            pin?: string;
            /**
             * @description Flat values of the platform: WhatsApp `waba_id`, Instagram through a Page `page_id`.
             * @example {
             *       "waba_id": "205000000000001"
             *     }
             */
            settings?: {
                [key: string]: string | number | boolean;
            };
        };
        UpdateClosureDto: {
            /**
             * Format: date
             * @description The last day, included
             */
            ends_on?: string;
            /**
             * @description Of each of the days; left out: the whole day
             * @example 09:00
             */
            from?: string | null;
            name?: string;
            /**
             * @description Everything, or only the door
             * @default all
             * @enum {string}
             */
            scope: "all" | "arrivals" | "pickups";
            /** Format: date */
            starts_on?: string;
            /** @example 18:00 */
            to?: string | null;
        };
        UpdateCompanyDto: {
            address?: string | null;
            /** @description Shown on the booking page and in link previews; if null, the text of the other language is shown */
            booking_text_en?: string | null;
            /** @description The same in Portuguese */
            booking_text_pt?: string | null;
            /**
             * @description Colour of the booking page; null: the colour of the product
             * @example #1c6b57
             */
            brand_color?: string | null;
            /**
             * @description ISO 3166-1 alpha-2; decides how phone numbers without a country are read
             * @example BR
             */
            country?: string;
            /**
             * @description ISO 4217. Prices of services keep their numbers: 9000 in BRL is 90.00, in CLP 9000. Check them after a change
             * @example BRL
             */
            currency?: string;
            /** Format: email */
            email?: string | null;
            /** @description Sites that may show the booking page in a frame, such as https://example.com; empty: none */
            embed_sites?: string[];
            /** @enum {string} */
            locale?: "en" | "pt-BR";
            name?: string;
            phone?: string | null;
            slug?: string;
            /**
             * @description IANA time zone
             * @example America/Sao_Paulo
             */
            time_zone?: string;
            /** Format: uri */
            website?: string | null;
        };
        UpdateContactDto: {
            /** Format: email */
            email?: string | null;
            full_name?: string;
            is_vip?: boolean;
            /**
             * @description BCP 47
             * @example pt-BR
             */
            locale?: string | null;
            notes?: string | null;
            /** @example +55 11 98888-7777 */
            phone?: string | null;
            social?: components["schemas"]["ContactSocialInputDto"];
            /** @description Replaces all tags */
            tags?: string[];
        };
        UpdateConversationDto: {
            /** @description A staff member's id takes the conversation for that person; null frees it. */
            assignee_id?: string | null;
            /**
             * @description `off` when a person takes over from flows and the assistant.
             * @enum {string}
             */
            automation?: "on" | "off";
            /** @description Takes it even where a colleague has it. */
            force?: boolean;
            labels?: string[];
            /** @enum {string} */
            priority?: "low" | "normal" | "high" | "urgent";
            /**
             * Format: date-time
             * @description Until when; only with status `snoozed`, null for "until the next message".
             */
            snoozed_until?: string | null;
            /** @enum {string} */
            status?: "open" | "pending" | "snoozed" | "resolved";
            team_id?: string | null;
        };
        UpdateLabelDto: {
            /** @example #1c6b57 */
            color?: string;
            /** @description Unique in the company, whatever the case of its letters. */
            name?: string;
        };
        UpdatePetDto: {
            allergies?: string[];
            /** Format: date */
            birth_date?: string | null;
            breed?: string | null;
            coat?: string | null;
            /** @description Gives the pet to another contact */
            contact_id?: string;
            name?: string;
            notes?: string | null;
            photo_url?: string | null;
            /** @enum {string} */
            sex?: "male" | "female" | "unknown";
            /** @example dog */
            species?: string | null;
            temperament?: string[];
            vaccinations?: components["schemas"]["VaccinationDto"][];
            weight_kg?: number | null;
        };
        UpdatePreferencesDto: {
            /** @description Enter sends a message; else it breaks the line */
            enter_sends?: boolean;
            /** @description Keyboard shortcuts are switched off */
            keys_off?: boolean;
            /**
             * @description `auto` follows the device
             * @enum {string}
             */
            theme?: "light" | "dark" | "auto";
        };
        UpdateProfileDto: {
            /** @description Needed with `password` */
            current_password?: string;
            full_name?: string;
            /** @enum {string|null} */
            locale?: "en" | "pt-BR" | null;
            /** @description The new password, at most 72 bytes in UTF-8; ends the other log-ins */
            password?: string;
            /** @description Preferences that are left out stay as they are */
            preferences?: components["schemas"]["UpdatePreferencesDto"];
        };
        UpdateQuotaDto: {
            /**
             * @description A local day or a quarter of an hour
             * @enum {string}
             */
            cell?: "day" | "15min";
            /**
             * @description `load` counts a pet in every cell from its arrival to its departure, `arrivals` only in the cell of its arrival
             * @default load
             * @enum {string}
             */
            kind: "load" | "arrivals";
            /** @description Pets in a cell; 0 takes none */
            max?: number;
            name?: string;
            /**
             * @description HasRevision for each staff member, or for all together
             * @enum {string}
             */
            per?: "staff" | "company";
            /**
             * @description Empty: every service
             * @default []
             */
            service_ids: string[];
            /** @description Name of a size of the booking settings; null: any */
            size?: string | null;
            /** @description null: any */
            species?: string | null;
        };
        UpdateResourceDto: {
            active?: boolean;
            attributes?: components["schemas"]["ResourceAttributesDto"];
            /** @description Lowering it takes nothing from who has a place */
            capacity?: number;
            name?: string;
        };
        UpdateResourceTypeDto: {
            /** @enum {string} */
            cell?: "5min" | "15min" | "half_day" | "night";
            /** @enum {string} */
            kind?: "unit" | "pool";
            name?: string;
            pad_after_min?: number;
        };
        UpdateScheduledMessageDto: {
            attachments?: components["schemas"]["AttachmentInputDto"][];
            /**
             * @description Cancels it if the customer writes first.
             * @default false
             */
            cancel_on_reply: boolean;
            /** @description Content or an attachment is needed. */
            content?: string;
            /**
             * Format: date-time
             * @description In the future, at most 5 years ahead.
             * @example 2030-01-31T09:00:00Z
             */
            send_at?: string;
        };
        UpdateServiceDto: {
            /**
             * @description Empty: every species
             * @default []
             */
            accepted_species: string[];
            /** @default true */
            active: boolean;
            /** @default [] */
            add_ons: components["schemas"]["AddOnDto"][];
            /** @description Boarding and daycare: when pets are brought */
            arrival?: components["schemas"]["DoorHoursDto"] | null;
            /** @default 0 */
            buffer_after_min: number;
            /** @default 0 */
            buffer_before_min: number;
            description?: string | null;
            /** @description What the customer sees: all segments and the gaps between */
            duration_min?: number;
            /** @default [] */
            gates: components["schemas"]["GateDto"][];
            /**
             * @description Daycare: a visit is half a day
             * @default false
             */
            half_day: boolean;
            /** @description Daycare by half days */
            halves?: components["schemas"]["HalvesDto"] | null;
            /**
             * @description How far ahead customers book
             * @default 60
             */
            horizon_days: number;
            /**
             * @default timed
             * @enum {string}
             */
            kind: "timed" | "boarding" | "daycare";
            /** @default 0 */
            lead_time_min: number;
            /** @description Boarding */
            max_nights?: number | null;
            /** @description Boarding */
            min_nights?: number | null;
            name?: string;
            /** @default [] */
            pet_matrix: components["schemas"]["PetMatrixRowDto"][];
            pets?: components["schemas"]["PetsRuleDto"];
            /** @description Boarding and daycare: when pets are fetched */
            pickup?: components["schemas"]["DoorHoursDto"] | null;
            /** @description null: that of the booking settings */
            policy?: components["schemas"]["PolicyDto"] | null;
            /**
             * @description Of a visit, a night or a day, in minor units of the company’s currency
             * @example 9000
             */
            price?: number | null;
            /**
             * @description Whether the public page offers it
             * @default true
             */
            public: boolean;
            /** @description On the public page; null: lead_time_min */
            public_lead_time_min?: number | null;
            /** @description Whether it takes a staff member; by default so for `timed` */
            require_staff?: boolean;
            /** @default [] */
            requirements: components["schemas"]["ServiceRequirementDto"][];
            /**
             * @description None: the service is one
             * @default []
             */
            segments: components["schemas"]["SegmentDto"][];
            /**
             * @description How far ahead staff book, also series
             * @default 730
             */
            staff_horizon_days: number;
            /**
             * @description Who does it; empty: any bookable staff member
             * @default []
             */
            staff_ids: string[];
            /** @default [] */
            staff_overrides: components["schemas"]["StaffOverrideDto"][];
            /**
             * @description A multiple of 5
             * @default 15
             */
            step_min: number;
            /** @description Boarding and daycare: days on which pets come and go; by default all */
            weekdays?: number[];
        };
        UpdateTeamDto: {
            /** @default [] */
            member_ids: string[];
            /** @description Unique in the company, whatever the case of its letters. */
            name?: string;
        };
        UpdateTimeOffDto: {
            reason?: string | null;
            /** @enum {string} */
            status?: "approved" | "requested";
        };
        UpdateUserDto: {
            /** @description True ends all log-ins and refuses new ones */
            disabled?: boolean;
            full_name?: string;
            /** @enum {string} */
            role?: "owner" | "manager" | "staff";
        };
        UpdateWaitlistEntryDto: {
            notes?: string | null;
            staff_id?: string | null;
            windows?: components["schemas"]["WaitWindowDto"][];
        };
        UpdateWebhookDto: {
            /** @description `true` also starts an endpoint again that was switched off because it failed. */
            active?: boolean;
            /** @description A name for people. */
            description?: string;
            /**
             * @example [
             *       "message.created",
             *       "appointment.created"
             *     ]
             */
            events?: ("message.created" | "message.updated" | "message.status_changed" | "conversation.updated" | "contact.updated" | "pet.updated" | "import.completed" | "appointment.held" | "appointment.created" | "appointment.updated" | "appointment.cancelled" | "channel.health_changed")[];
            /**
             * Format: uri
             * @description https on port 443 of a public host, or a host of OUTBOUND_ALLOWED_HOSTS.
             * @example https://hooks.example.com/petbuddy
             */
            url?: string;
        };
        UpdatedCountDto: {
            updated: number;
        };
        UploadAvatarDto: {
            /** Format: binary */
            file: string;
        };
        UploadFileDto: {
            /** Format: binary */
            file: string;
        };
        UploadImportDto: {
            /**
             * Format: binary
             * @description A CSV file: at most 5 MB and 20,000 rows
             */
            file: string;
        };
        UploadLogoDto: {
            /** Format: binary */
            file: string;
        };
        UploadedFileDto: {
            /** @description Of audio and video. */
            duration_sec: number | null;
            height: number | null;
            /** @description By the file's own bytes. */
            mime_type: string;
            /** @description As the sender called it. */
            name: string | null;
            /** @description Bytes. */
            size: number;
            /** @enum {string} */
            type: "image" | "video" | "audio" | "file";
            /** @description Absolute, since the platform fetches it from there. Whoever has it can open the file. */
            url: string;
            /** @description Pixels. */
            width: number | null;
        };
        UserDto: {
            _id: string;
            /** @description A signed address, good for an hour */
            avatar_url: string | null;
            company_id: string;
            /** Format: date-time */
            created_at: string;
            email: string;
            /** @description The user has confirmed the e-mail address. Only then may the user invite others */
            email_verified: boolean;
            full_name: string;
            /** Format: date-time */
            last_login_at: string | null;
            /** @description Overrides the locale of the company */
            locale: string | null;
            /** @enum {string} */
            role: "super_admin" | "owner" | "manager" | "staff";
            /** @enum {string} */
            state: "registering" | "invited" | "active" | "disabled" | "deleted";
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
        };
        UserPageDto: {
            items: components["schemas"]["UserDto"][];
            /** @description Null at the end */
            nextCursor: string | null;
        };
        VaccinatedPetDto: {
            _id: string;
            /** @example Luna */
            name: string;
            /** @example dog */
            species: string | null;
        };
        VaccinationClearanceDto: {
            /** @example Rabies */
            name: string;
            /**
             * Format: date
             * @description The last day; null: no end
             */
            valid_until: string | null;
        };
        VaccinationDto: {
            /**
             * Format: date
             * @default null
             */
            expires_on: string | null;
            /**
             * Format: date
             * @default null
             */
            given_on: string | null;
            /** @example Rabies */
            name: string;
        };
        VaccinationEndDto: {
            /** @description Of these vaccinations, if they are valid longer */
            clearances: components["schemas"]["VaccinationClearanceDto"][];
            /** @description Null for an API key without `contacts:read` */
            contact: components["schemas"]["VaccinationOwnerDto"] | null;
            contact_id: string;
            /**
             * Format: date
             * @description The last day of validity
             * @example 2030-03-01
             */
            expires_on: string;
            /**
             * @example [
             *       "Rabies"
             *     ]
             */
            names: string[];
            pet: components["schemas"]["VaccinatedPetDto"];
        };
        VaccinationEndPageDto: {
            items: components["schemas"]["VaccinationEndDto"][];
            nextCursor: string | null;
        };
        VaccinationOwnerDto: {
            email: string | null;
            /** @example Carla Dias */
            full_name: string;
            phone: string | null;
        };
        VerificationDto: {
            /**
             * @description The mail address where one was given, else the phone on WhatsApp
             * @enum {string}
             */
            channel: "email" | "whatsapp";
            /**
             * Format: date-time
             * @description When both the code and the hold are still good
             */
            expires_at: string;
        };
        VerificationStartedDto: {
            verification: components["schemas"]["VerificationDto"];
        };
        VerifiedDto: {
            user: components["schemas"]["ProfileDto"];
            /** @enum {boolean} */
            valid: true;
        };
        VerifyEmailDto: {
            /** @description The last part of the mailed link */
            token: string;
        };
        ViewCountDto: {
            /** @description Conversations of the view. */
            open: number;
            /** @description Those of them in which the caller has unread messages. */
            unread: number;
        };
        ViewCountsDto: {
            /** @description `seq` of an event; the counts contain everything up to it. */
            as_of: number;
            /**
             * @description By the name of the view.
             * @example {
             *       "mine": {
             *         "open": 12,
             *         "unread": 3
             *       }
             *     }
             */
            counts: {
                [key: string]: components["schemas"]["ViewCountDto"];
            };
        };
        VisitItemDto: {
            /** @description Keys of the service's add-ons */
            add_ons?: string[];
            pet_id?: string | null;
            service_id: string;
            staff_id?: string;
        };
        WaitWindowDto: {
            /**
             * Format: date
             * @description Local date. The window includes both days, has 62 days at most and must not end before today
             */
            date_from: string;
            /** Format: date */
            date_to: string;
            /**
             * @description Not before this time of the day
             * @example 09:00
             */
            from?: string;
            /**
             * @description Over by this time of the day
             * @example 18:00
             */
            to?: string;
        };
        WaitlistCountsDto: {
            /**
             * @description Entries with an offer that somebody has to answer
             * @example 1
             */
            offered: number;
            /**
             * @description Entries without an offer
             * @example 3
             */
            waiting: number;
        };
        WaitlistEntryDto: {
            _id: string;
            contact_id: string;
            /** Format: date-time */
            created_at: string;
            /** @description Of boarding */
            nights: number | null;
            notes: string | null;
            offer: components["schemas"]["WaitlistOfferDto"] | null;
            pet_ids: string[];
            service_id: string;
            staff_id: string | null;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "expired";
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
            windows: components["schemas"]["WaitWindowDto"][];
        };
        WaitlistOfferDto: {
            /** @description Of the hold; of the appointment once it is accepted */
            appointment_id: string;
            /** Format: date-time */
            expires_at: string;
            /** Format: date-time */
            starts_at: string;
        };
        WaitlistPageDto: {
            items: components["schemas"]["WaitlistRowDto"][];
            nextCursor: string | null;
        };
        WaitlistRowDto: {
            _id: string;
            /** @description Null if the contact was erased, and for an API key without `contacts:read` */
            contact: components["schemas"]["DiaryContactDto"] | null;
            contact_id: string;
            /** Format: date-time */
            created_at: string;
            /** @description Of boarding */
            nights: number | null;
            notes: string | null;
            offer: components["schemas"]["WaitlistOfferDto"] | null;
            pet_ids: string[];
            /** @description Without pets that were deleted; empty for an API key without `pets:read` */
            pets: components["schemas"]["DiaryPetDto"][];
            service_id: string;
            /**
             * @description Null if the service was deleted
             * @example Bath
             */
            service_name: string | null;
            staff_id: string | null;
            /**
             * @description Null if anybody will do
             * @example Ana Souza
             */
            staff_name: string | null;
            /** @enum {string} */
            state: "waiting" | "offered" | "booked" | "expired";
            /** Format: date-time */
            updated_at: string;
            /** @description Grows with every change; for If-Match */
            version: number;
            windows: components["schemas"]["WaitWindowDto"][];
        };
        WantedProofDto: {
            /** @enum {string} */
            kind: "vaccination" | "evaluation" | "agreement";
            /** @example Rabies */
            name: string;
            pet_id: string | null;
            pet_name: string | null;
            /**
             * @description Of the newest file
             * @enum {string}
             */
            state: "missing" | "waiting" | "accepted" | "refused";
        };
        WebhookDeliveryDetailsDto: {
            _id: string;
            /** @description The newest 20, the oldest of them first */
            attempts: components["schemas"]["DeliveryAttemptDto"][];
            /** @description The body that is sent, as JSON text */
            body: string;
            /** @example message.created */
            event: string;
            /** @description The `webhook-id` header: the same for every attempt and replay of the event */
            event_id: string;
            /**
             * Format: date-time
             * @description Only while it is pending
             */
            next_attempt_at: string | null;
            /** Format: date-time */
            occurred_at: string;
            /** @description Number of the event in the company; null for a test */
            seq: number | null;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
        };
        WebhookDeliveryDto: {
            _id: string;
            /** @description The newest 20, the oldest of them first */
            attempts: components["schemas"]["DeliveryAttemptDto"][];
            /** @example message.created */
            event: string;
            /** @description The `webhook-id` header: the same for every attempt and replay of the event */
            event_id: string;
            /**
             * Format: date-time
             * @description Only while it is pending
             */
            next_attempt_at: string | null;
            /** Format: date-time */
            occurred_at: string;
            /** @description Number of the event in the company; null for a test */
            seq: number | null;
            /** @enum {string} */
            status: "pending" | "succeeded" | "failed";
        };
        WebhookDeliveryPageDto: {
            items: components["schemas"]["WebhookDeliveryDto"][];
            nextCursor: string | null;
        };
        WebhookEndpointDto: {
            _id: string;
            active: boolean;
            /** Format: date-time */
            created_at: string;
            description: string;
            /**
             * Format: date-time
             * @description When it was switched off because it failed for 5 days
             */
            disabled_at: string | null;
            events: ("message.created" | "message.updated" | "message.status_changed" | "conversation.updated" | "contact.updated" | "pet.updated" | "import.completed" | "appointment.held" | "appointment.created" | "appointment.updated" | "appointment.cancelled" | "channel.health_changed")[];
            /**
             * Format: date-time
             * @description Null while the newest attempt succeeded
             */
            failing_since: string | null;
            last_failure: components["schemas"]["WebhookFailureDto"] | null;
            /** Format: date-time */
            last_success_at: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before the rotation signs, too
             */
            previous_secret_until: string | null;
            /** Format: date-time */
            updated_at: string;
            url: string;
            /** @description The version that If-Match takes */
            version: number;
        };
        WebhookEndpointPageDto: {
            items: components["schemas"]["WebhookEndpointDto"][];
            nextCursor: string | null;
        };
        WebhookFailureDto: {
            /** Format: date-time */
            at: string;
            message: string;
        };
        WebhookKindDto: {
            description: string;
            /** @enum {string} */
            event: "message.created" | "message.updated" | "message.status_changed" | "conversation.updated" | "contact.updated" | "pet.updated" | "import.completed" | "appointment.held" | "appointment.created" | "appointment.updated" | "appointment.cancelled" | "channel.health_changed" | "webhook.test";
        };
        WebhookKindListDto: {
            items: components["schemas"]["WebhookKindDto"][];
        };
        WebhookSecretDto: {
            _id: string;
            active: boolean;
            /** Format: date-time */
            created_at: string;
            description: string;
            /**
             * Format: date-time
             * @description When it was switched off because it failed for 5 days
             */
            disabled_at: string | null;
            events: ("message.created" | "message.updated" | "message.status_changed" | "conversation.updated" | "contact.updated" | "pet.updated" | "import.completed" | "appointment.held" | "appointment.created" | "appointment.updated" | "appointment.cancelled" | "channel.health_changed")[];
            /**
             * Format: date-time
             * @description Null while the newest attempt succeeded
             */
            failing_since: string | null;
            last_failure: components["schemas"]["WebhookFailureDto"] | null;
            /** Format: date-time */
            last_success_at: string | null;
            /**
             * Format: date-time
             * @description Until then the secret before the rotation signs, too
             */
            previous_secret_until: string | null;
            /**
             * @description Shown only now
             * @example whsec_aGVsbG8gd29ybGQgaGVsbG8gd29ybGQgaGVsbG8gd28=
             */
            secret: string;
            /** Format: date-time */
            updated_at: string;
            url: string;
            /** @description The version that If-Match takes */
            version: number;
        };
        WeeklyDayDto: {
            /**
             * @description Only in these weeks, of alternating ones; null: in all
             * @default null
             * @enum {string|null}
             */
            week: "A" | "B" | null;
            /** @description ISO: 1 Monday ... 7 Sunday */
            weekday: number;
            windows: components["schemas"]["WindowDto"][];
        };
        WindowDto: {
            /** @example 09:00 */
            from: string;
            /** @example 18:00 */
            to: string;
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    GateRecords_listAgreements: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                contact_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateRecords_signAgreement: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAgreementDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgreementDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateRecords_withdrawAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ApiKeys_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ApiKeys_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateApiKeyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedApiKeyDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ApiKeys_listPermissions: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyPermissionListDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ApiKeys_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only appointments that end after this time; a date means the whole local day */
                from?: string;
                /** @description Only appointments that begin before this time; a date means the whole local day */
                to?: string;
                staff_id?: string;
                resource_id?: string;
                contact_id?: string;
                pet_id?: string;
                status?: "held" | "pending" | "confirmed" | "checked_in" | "in_progress" | "completed" | "cancelled" | "no_show";
                /** @description Which start comes first */
                order?: "earliest" | "latest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateAppointmentDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Diary_read: {
        parameters: {
            query: {
                /** @description Local; both days are included, 31 at most */
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiaryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Diary_count: {
        parameters: {
            query: {
                /** @description Local; both days are included, 62 at most */
                from: string;
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DiaryCountsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Holds_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateHoldDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Holds_release: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Holds_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmHoldDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Holds_extend: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtendHoldDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HoldAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Series_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateSeriesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SeriesReportDto"];
                };
            };
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedSeriesDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Series_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedSeriesDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Series_cancelRest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookedSeriesDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Slots_search: {
        parameters: {
            query: {
                /** @description Needed unless `except` names an appointment */
                service_id?: string;
                /** @description An appointment that is to move: its time counts as free, and without service_id its visit is meant */
                except?: string;
                /** @description Local; both days are included, 62 at most */
                from: string;
                to: string;
                /** @description Only what this person can lead */
                staff_id?: string;
                /** @description Decide over durations, and who and what is fit for them */
                pet_ids?: string[];
                /** @description Descriptions of pets as JSON, instead of pet_ids */
                pets?: string;
                /** @description Keys of add-ons */
                add_ons?: string[];
                /** @description Of boarding */
                nights?: number;
                /** @description Whose lead times and services count */
                channel?: "staff" | "public";
                /** @description Also why the other starts are not offered */
                explain?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SlotsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    UnmetGates_list: {
        parameters: {
            query: {
                contact_id: string;
                service_id: string;
                pet_ids?: string[];
                starts_at: string;
                ends_at: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UnmetGatesDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_cancel: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_checkIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_complete: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ManageLinks_issue: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManageLinkDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ManageLinks_revoke: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_noShow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerNotices_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNoticeListDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerNotices_skip: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerNoticeListDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_preview: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateAppointmentDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentPreviewDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateProofs_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateProofListDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateProofs_add: {
        parameters: {
            query: {
                /** @description The name of a gate in `pending_on` of the appointment; the file is a proof for this gate */
                name: string;
                /** @description The pet that the proof is about; send it if several pets need the same proof */
                pet_id?: string;
            };
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ProofFileDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateProofDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The media type is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateProofs_decide: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                proofId: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DecideProofDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["GateProofDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Appointments_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PasswordReset_forgot: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForgotPasswordDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Auth_logIn: {
        parameters: {
            query?: never;
            header?: {
                /** @description Keeps the refresh token in the httpOnly cookie `pb_refresh`; only for pages of the same origin */
                "x-session"?: "cookie";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedInDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Locked after too many wrong tries */
            423: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Auth_logOut: {
        parameters: {
            query?: never;
            header?: {
                /** @description Keeps the refresh token in the httpOnly cookie `pb_refresh`; only for pages of the same origin */
                "x-session"?: "cookie";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["LogoutDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Auth_refresh: {
        parameters: {
            query?: never;
            header?: {
                /** @description Keeps the refresh token in the httpOnly cookie `pb_refresh`; only for pages of the same origin */
                "x-session"?: "cookie";
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RefreshDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokensDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Auth_register: {
        parameters: {
            query?: never;
            header?: {
                /** @description Keeps the refresh token in the httpOnly cookie `pb_refresh`; only for pages of the same origin */
                "x-session"?: "cookie";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RegisterDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegisteredDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PasswordReset_reset: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ResetPasswordDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Sessions_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionListDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Sessions_endOthers: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Sessions_end: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Auth_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerifiedDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    EmailVerification_verify: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VerifyEmailDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    EmailVerification_resend: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    BookingSettings_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSettingsDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    BookingSettings_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateBookingSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingSettingsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CannedReplies_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CannedReplies_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateCannedReplyDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CannedReplies_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CannedReplies_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CannedReplies_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCannedReplyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CannedReplyDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                platform?: "instagram" | "facebook" | "whatsapp" | "telegram" | "web";
                /** @description Left out: all that are not disconnected. */
                state?: "unverified" | "live" | "needs_reconnect" | "disconnected";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_connect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConnectChannelDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_disconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateChannelDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ChannelReconnect_reconnect: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedLoginDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_refreshToken: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChannelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Channels_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SelfTestReportDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Closures_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Only what ends on it or later */
                from?: string;
                /** @description Only what begins on it or earlier */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosurePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Closures_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateClosureDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Closures_addHolidays: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HolidayPackDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HolidayClosuresDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Closures_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Closures_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateClosureDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClosureDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Companies_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Companies_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateCompanyDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Companies_setLogo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadLogoDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The media type is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Companies_removeLogo: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CompanyDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description Beginnings of words of name, phone, mail */
                q?: string;
                platform?: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
                tag?: string;
                /** @description Only VIPs, or only others */
                is_vip?: boolean;
                /** @description Only contacts with pets, or only those without; pages can be shorter than `limit` */
                has_pets?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContactDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerExports_contacts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImportPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_upload: {
        parameters: {
            query?: {
                /** @description What the rows are; `customers` if left out */
                kind?: "customers" | "services" | "appointments";
                /** @description The product that wrote the file; `generic` if left out */
                preset?: "generic" | "moego" | "gingr";
            };
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadImportDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImportDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImportDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_brokenRows: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokenRowPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_brokenCsv: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_check: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CheckImportDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImportDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImportDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerImports_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CustomerImportDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ContactMerges_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                merge_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeResultDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_tagsInUse: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TagsInUseDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateContactDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    BookingStats_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingStatsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ContactMerges_merge: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MergeContactDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeResultDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ContactMerges_listSuggestions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MergeSuggestionsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_listOfContact: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_createForContact: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateContactPetDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_addTags: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TagsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Contacts_removeTags: {
        parameters: {
            query?: {
                tag?: string[];
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["RemoveTagsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContactDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Conversations_list: {
        parameters: {
            query?: {
                /**
                 * @description A ready-made view of open conversations: `mine`, `unassigned` (no assignee, and no bot has it), `waiting` (for 10
                 *     minutes), `window` (closes within 4 hours), `bot` (a bot has it), `all`, or `label:<id>`.
                 */
                view?: string;
                status?: "open" | "pending" | "snoozed" | "resolved";
                platform?: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
                /** @description `me`, `none` or a staff member's id. */
                assignee?: string;
                /** @description Of this team. */
                team_id?: string;
                /** @description The conversations of this contact, on all platforms. */
                contact_id?: string;
                /** @description `person`: somebody of the staff has taken it; `bot`: a flow or the assistant has; `nobody`: neither. */
                owner?: "person" | "bot" | "nobody";
                label?: string;
                /** @description `true`: only conversations in which the caller has unread messages. */
                unread?: boolean;
                /** @description The customer waits for an answer since this time or longer. */
                waiting_before?: string;
                /** @description The reply window is open now and closes before this time. */
                window_closes_before?: string;
                /** @description Words of the contact's name or phone, of a pet's name or of a message. */
                q?: string;
                limit?: number;
                cursor?: string;
                /** @description `latest` newest activity first; `waiting` longest waiting first; `window` closing soonest first. */
                sort?: "latest" | "waiting" | "window";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Bulk_start: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BulkChangeDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedBulkDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Bulk_undo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UndoBulkDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UndoneBulkDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ConversationCounts_count: {
        parameters: {
            query?: {
                /** @description Views, separated by commas. Default: all but those by label. */
                views?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ViewCountsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Conversations_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Conversations_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateConversationDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversationDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Drafts_get: {
        parameters: {
            query?: {
                mode?: "reply" | "note";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Drafts_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutDraftDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DraftDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Drafts_remove: {
        parameters: {
            query?: {
                mode?: "reply" | "note";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ConversationMessages_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description `seq` of a message. Half of the page ends with this message, the other half comes after it. */
                around_seq?: number;
                /** @description Only messages with a higher `seq`, from the lowest of them on. */
                after_seq?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageHistoryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ConversationMessages_addNote: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NoteDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ConversationMessages_markRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkConversationReadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ScheduledMessages_list: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessageListDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ScheduledMessages_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScheduleMessageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Conversations_showTyping: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TypingDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Conversations_markUnread: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Dashboard_stats: {
        parameters: {
            query?: {
                /** @description Local; the default is 29 days before `to` */
                from?: string;
                /** @description Local, included; the default is today. At most 366 days */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardStatsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Dashboard_today: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardTodayDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Integrations_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IntegrationListDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_create: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWebhookDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_listKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookKindListDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWebhookDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookEndpointDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    WebhookDeliveries_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                status?: "pending" | "succeeded" | "failed";
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    WebhookDeliveries_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDetailsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    WebhookDeliveries_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
                deliveryId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    WebhookDeliveries_replaySince: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayWebhookDto"];
            };
        };
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayedWebhookDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    OutgoingWebhooks_rotateSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookSecretDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    WebhookDeliveries_test: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookDeliveryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    FailedJobs_list: {
        parameters: {
            query?: {
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FailedJobListDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    FailedJobs_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid, the key among it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Labels_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Labels_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateLabelDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Labels_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Labels_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Labels_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateLabelDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LabelDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Media_upload: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadFileDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UploadedFileDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The media type is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Media_download: {
        parameters: {
            query?: never;
            header?: {
                /** @description One part, for instance bytes=0-1023 */
                range?: string;
            };
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": string;
                };
            };
            /** @description The part that was asked for */
            206: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The file does not have the bytes asked for */
            416: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Templates_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                channel_id?: string;
                status?: "approved" | "pending" | "rejected" | "paused" | "disabled" | "other";
                /** @description Searches the name and the text. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplatePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Templates_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTemplateDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Templates_sync: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SyncTemplatesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SyncedTemplatesDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Templates_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TemplateDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Templates_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_list: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                contact_id: string;
                platform?: "instagram" | "facebook" | "telegram" | "whatsapp" | "web" | "other";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessagePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description `respond-async` answers before the forwarding */
                prefer?: string;
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateMessageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedMessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_removeById: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeleteMessageByIdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_editById: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMessageByIdDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_listInstagramCustomers: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstagramCustomersDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstagramCustomersPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_markRead: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MarkReadDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpdatedCountDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_edit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EditMessageDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Messages_retry: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedMessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaAccount_listAccounts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetaAccountsDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaConnect_takeSignupCode: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignupCodeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetaConnectionDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaConnect_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetaConnectionDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaConnect_choose: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChooseAccountsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConnectedChannelsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaAccount_disconnect: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DisconnectMetaDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DisconnectedMetaDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    InboundEvents_list: {
        parameters: {
            query?: {
                limit?: number;
                /** @description `unroutable` belongs to no company and is for a super_admin only. */
                state?: "parked" | "unroutable";
                /** @description `nextCursor` of the previous page. */
                cursor?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundEventPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    InboundEvents_replay: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundEventDto"];
                };
            };
            /** @description The input is not valid, the key among it */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaConnect_take: {
        parameters: {
            query?: {
                error?: unknown;
                code?: unknown;
                state?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The page of channels */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaConnect_start: {
        parameters: {
            query: {
                /** @description `facebook` also lists linked Instagram accounts; `instagram` connects an account without a Page. */
                product: "facebook" | "instagram" | "whatsapp";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StartedLoginDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaMessages_send: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendMetaMessageDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedMessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    MetaAccount_status: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MetaStatusDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Webhook_verify: {
        parameters: {
            query?: {
                "hub.challenge"?: unknown;
                "hub.verify_token"?: unknown;
                "hub.mode"?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The query is no text */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Wrong token, or none is configured */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Webhook_receive: {
        parameters: {
            query?: never;
            header: {
                /** @description `sha256=` and the HMAC of the body in hex */
                "X-Hub-Signature-256": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryDto"];
            };
        };
        responses: {
            /** @description Stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Not a JSON object */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Signed by nobody we know; nothing is stored */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description More than 3 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Not stored: send it again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Webhook_verifyAlias1: {
        parameters: {
            query?: {
                "hub.challenge"?: unknown;
                "hub.verify_token"?: unknown;
                "hub.mode"?: unknown;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The challenge */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description The query is no text */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Wrong token, or none is configured */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Webhook_receiveAlias1: {
        parameters: {
            query?: never;
            header: {
                /** @description `sha256=` and the HMAC of the body in hex */
                "X-Hub-Signature-256": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeliveryDto"];
            };
        };
        responses: {
            /** @description Stored */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description Not a JSON object */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Signed by nobody we know; nothing is stored */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description More than 3 MB */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Not stored: send it again */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Notifications_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Notifications_preferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Notifications_setPreferences: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SetNotificationPreferencesDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NotificationPreferencesDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Push_key: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushKeyDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Push_settings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSettingsDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Push_setSettings: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSettingsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PushSettingsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Push_subscribe: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PushSubscriptionDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Push_unsubscribe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EndPushSubscriptionDto"];
            };
        };
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Notifications_markRead: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReadNotificationsDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReadNotificationsAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateRecords_listClearances: {
        parameters: {
            query: {
                limit?: number;
                cursor?: string;
                pet_id: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetClearancePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateRecords_addClearance: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePetClearanceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetClearanceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    GateRecords_revokeClearance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                contact_id?: string;
                /** @description Beginnings of words of name, species, breed */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetRowPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePetDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    CustomerExports_pets: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    VaccinationEnds_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                /** @description The first day, included */
                from?: string;
                /** @description The last day, included */
                until?: string;
                /** @description Which end comes first; `soonest` if left out */
                order?: "soonest" | "latest";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VaccinationEndPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Pets_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdatePetDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PetDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Manage_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedAppointmentDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ManageCalendar_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/calendar": string;
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Manage_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelManagedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedAppointmentDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Manage_addProof: {
        parameters: {
            query: {
                /** @description The name of a gate in `pending_on` of the appointment; the file is a proof for this gate */
                name: string;
                /** @description The pet that the proof is about; send it if several pets need the same proof */
                pet_id?: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["ProofFileDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivedProofDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The media type is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Manage_reschedule: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RescheduleManagedDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedAppointmentDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Manage_search: {
        parameters: {
            query: {
                /** @description Local; both days are included, 62 at most */
                from: string;
                to: string;
            };
            header?: never;
            path: {
                token: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicSlotsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_hold: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreatePublicHoldDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicHeldDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_release: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_confirm: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmPublicHoldDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicBookedDto"];
                };
            };
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["VerificationStartedDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description An outside service failed */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_logo: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The address of the picture, which expires after a day */
            302: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_quote: {
        parameters: {
            query: {
                service_id: string;
                /** @description Only where the page names its staff */
                staff_id?: string;
                /** @description The pets of the visit, as JSON. Without it: one pet with unknown traits */
                pets?: string;
                /** @description Keys of add-ons */
                add_ons?: string[];
                /** @description Of boarding */
                nights?: number;
            };
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicQuoteDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_listServices: {
        parameters: {
            query?: {
                /** @description The pets of the visit, as JSON. Durations and prices of the services are those for these pets */
                pets?: string;
            };
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    PublicBooking_search: {
        parameters: {
            query: {
                /** @description Local; both days are included, 62 at most */
                from: string;
                to: string;
                service_id: string;
                /** @description Only where the page names its staff */
                staff_id?: string;
                /** @description The pets of the visit, as JSON. Duration, person and price depend on them */
                pets?: string;
                /** @description How many pets come, where pets is left out */
                pet_count?: number;
                /** @description Keys of add-ons */
                add_ons?: string[];
                /** @description Of boarding */
                nights?: number;
            };
            header?: {
                /** @description Names the visitor; given with the first answer, and to be sent with every request after it */
                "x-visitor-token"?: string;
            };
            path: {
                companySlug: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PublicSlotsDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Quotas_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Quotas_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateQuotaDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Quotas_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Quotas_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Quotas_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateQuotaDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuotaDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ResourceTypes_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ResourceTypes_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResourceTypeDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ResourceTypes_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ResourceTypes_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ResourceTypes_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResourceTypeDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceTypeDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Resources_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                resource_type_id?: string;
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourcePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Resources_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateResourceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Resources_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Resources_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Resources_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateResourceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ResourceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ScheduledMessages_cancel: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ScheduledMessages_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateScheduledMessageDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScheduledMessageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    ScheduledMessages_sendNow: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Search_find: {
        parameters: {
            query: {
                /** @description Words of a name, a phone, an e-mail address or a message. */
                q: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResultDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Secrets_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretListDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Secrets_put: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutSecretDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecretDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Secrets_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                name: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Services_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                kind?: "timed" | "boarding" | "daycare";
                active?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServicePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Services_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateServiceDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Services_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Services_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Services_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateServiceDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Quotes_get: {
        parameters: {
            query?: {
                /** @description Left out: one pet of which nothing is known */
                pet_ids?: string[];
                /** @description Who may have their own time and price */
                staff_id?: string;
                /** @description Keys; for each of the pets */
                add_ons?: string[];
                /** @description Of boarding */
                nights?: number;
            };
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    SocialEvents_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                channel_id?: string;
                kind?: "comment" | "live_comment" | "reaction" | "post" | "share" | "mention" | "story_insights";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SocialEventPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    SocketEvents_emit: {
        parameters: {
            query?: never;
            header: {
                "x-internal-api-key": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmitDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmitAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    StaffSchedules_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffSchedulePageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    StaffSchedules_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffScheduleDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    StaffSchedules_put: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                staff_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PutScheduleDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["StaffScheduleDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Teams_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Teams_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTeamDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Teams_get: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Teams_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Teams_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTeamDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TeamDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    TimeOff_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                staff_id?: string;
                /** @description Only time off that can end after this time; a date means the whole local day */
                from?: string;
                /** @description Only time off that begins before this time; a date means the whole local day */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    TimeOff_create: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateTimeOffDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    TimeOff_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    TimeOff_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateTimeOffDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimeOffAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Users_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Users_invite: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InviteUserDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Profile_get: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Profile_remove: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Profile_update: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateProfileDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Profile_setAvatar: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": components["schemas"]["UploadAvatarDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProfileDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The key was used with another body, or its request still runs */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The body or file is too large */
            413: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The media type is not supported */
            415: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Profile_removeAvatar: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Presence_list: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PresenceListDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Users_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Users_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateUserDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Users_resendInvitation: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Users_endSessions: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_list: {
        parameters: {
            query?: {
                limit?: number;
                cursor?: string;
                state?: "waiting" | "offered" | "booked" | "expired";
                contact_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistPageDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_add: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateWaitlistEntryDto"];
            };
        };
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_count: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistCountsDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_remove: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_update: {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that you have read, or the `version` in quotes. If somebody has changed the document since: 412 VERSION_MISMATCH */
                "If-Match"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateWaitlistEntryDto"];
            };
        };
        responses: {
            200: {
                headers: {
                    /** @description The version of the document, for If-Match */
                    ETag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description It has been changed since the version of If-Match */
            412: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_accept: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AppointmentAnswerDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description A rule forbids it; `code` says which */
            422: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Waitlist_decline: {
        parameters: {
            query?: never;
            header?: {
                /** @description Makes a repetition safe for 24 hours: the same key and body get the same answer (header `idempotency-replayed: true`), another body gets 409 IDEMPOTENCY_CONFLICT, a request that still runs gets 409 IDEMPOTENCY_IN_PROGRESS. */
                "Idempotency-Key"?: string;
            };
            path: {
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaitlistEntryDto"];
                };
            };
            /** @description The input is not valid */
            400: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The role may not do this */
            403: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description There is no such document in this company */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description The state forbids it; `code` says why */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Health_check: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Health_live: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description The request is malformed */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Health_ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Overloaded; see Retry-After */
            503: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    Metrics_scrape: {
        parameters: {
            query?: never;
            header?: {
                "x-internal-api-key"?: string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            /** @description No valid access token, or wrong credentials */
            401: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
            /** @description Too many requests; see Retry-After */
            429: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorDto"];
                };
            };
        };
    };
    webhook_appointment_cancelled: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        appointment: components["schemas"]["AppointmentDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "appointment.cancelled";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_appointment_created: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        appointment: components["schemas"]["AppointmentDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "appointment.created";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_appointment_held: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        appointment: components["schemas"]["AppointmentDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "appointment.held";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_appointment_updated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        appointment: components["schemas"]["AppointmentDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "appointment.updated";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_channel_health_changed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        channel: components["schemas"]["ChannelDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "channel.health_changed";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_contact_updated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        contactId: string;
                        deleted: boolean;
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "contact.updated";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_conversation_updated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        conversation: components["schemas"]["ConversationDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "conversation.updated";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_import_completed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        importId: string;
                        kind: string;
                        state: string;
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "import.completed";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_message_created: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        conversationId: string;
                        message: components["schemas"]["MessageDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "message.created";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_message_status_changed: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        conversationId: string;
                        messageId: string;
                        status: string;
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "message.status_changed";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_message_updated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        conversationId: string;
                        message: components["schemas"]["MessageDto"];
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "message.updated";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    webhook_pet_updated: {
        parameters: {
            query?: never;
            header: {
                /** @description The same for every attempt and replay of an event; drop one that you have handled */
                "webhook-id": string;
                /** @description Unix time of the attempt, seconds */
                "webhook-timestamp": string;
                /** @description `v1,` and the base64 of HMAC-SHA256 over `id.timestamp.body`; several during a rotation */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    company_id: string;
                    data: {
                        contactId: string;
                        deleted: boolean;
                        petId: string;
                    };
                    /** @description Grows with each event of the company */
                    seq: number;
                    /** Format: date-time */
                    timestamp: string;
                    /** @enum {string} */
                    type: "pet.updated";
                };
            };
        };
        responses: {
            /** @description The event was taken; any other answer is tried again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description The event was not taken */
            "4XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
