/**
 * Texts that leave and texts that only sound so, one a line: `stop` acts, `stop?` acts and asks, `stays` does neither.
 * A text that was once misread belongs here.
 */
export const leaving: Record<'stop' | 'stop?' | 'stays', string> = {
  stop: `
    STOPP IT
    please quit
    Unsubscibe
    i would like to be taken off this list
    Please take this number out of your system
    STOP SENDING
    No more!
    enough with the texts
    stop these stupid msgs
    kindly stop
    stop spam
    discontinue service
    Hey can u stop txting this phone
    end program
    we don't want these messages
    i'm not a runner anymore pls unsubscribe
    I no longer wish to receive texts
    can you please remove me from the texts
    S t o p
    stopppp
    st0p
    ya párenle a los mensajes
    no me manden nada
    ya no me envíen nada
    cancelen los mensajes
    por favor dejen de enviar textos
    quiero salirme de la lista
    no deseo recibir más mensajes
    I didn't ask for these. Remove my cell
    please discontinue texting me
    I don't care for these messages
    Get this number off your list
    please stop with these text
    do not send anything else
    Don't send me anything ever again
    Please unenroll me
    can i opt out
    How do I get off this list?
    stop plz
    STOP.STOP.STOP
    no quiero recibir nada de ustedes
    no escriban más a este número
    quiten este número de su lista
    por favor no me envíen más
    ya basta de mensajes
    ST OP
    st op
    STO P
    S TOP.
    S T OP
    S-T-O-P
    STOP2
    STOP1
    stop2end
    STOP2STOP
    STOPALL!
    stop4ever
    HALT
    Halt!
    halt all texts
    HALT these messages
    🛑 texts
    🛑 texting me
    🛑 the messages please
    ⛔️ texts
    🚫 messages
    ✋ texts
    lose my number
    lose this number please
    quit texting
    Quit texting me
    quit it
    quit it with the texts
    quit messaging this phone
    quit bugging me
    cease and desist
    cease all messages
    desist
    stop contacting this number
    stop blowing up my phone
    stop it with the messages
    knock it off with the texts
    cut it out with these texts
    get me off your list
    take me off
    take me off of this
    I want off
    let me off this list
    drop me from the list
    cross me off your list
    strike my number from your list
    remove me
    REMOVE ME FROM THIS
    pls remove
    delete me
    delete me from your system
    erase my number
    scrub my number from your list
    do not contact me
    Do not contact this number
    Do Not Text
    don't ever text this number again
    dont text me no more
    no more msgs
    no texts please
    no texts
    no texting
    no more of these
    I don't want your texts
    i dont want any of this
    never text me again
    never message this number
    opt-me-out
    opting out
    I opt out
    opted out
    please unsub me
    un subscribe
    unsubscribe this number
    unsubscribe from all
    turn off these texts
    turn these messages off
    cancel all messages
    cancel my enrollment in texts
    cancel my text messages
    cancel subscription
    end texts
    end this subscription
    end messages now
    revoke
    revoke consent
    I revoke permission to text me
    you do not have my consent to text me
    leave me be
    leave me alone!!
    txt stop
    STOP.. im serious
    ok enough, stop
    Nope. Stop.
    stop bro
    stop lol
    stop!!!!! 😡
    just stop already
    S.T.O.P
    STOP MSG
    stop sms
    stop promo
    end sms
    detener
    DETENGAN los mensajes
    alto a los mensajes
    paren de escribirme
    pare los mensajes
    parar mensajes
    ya no me escriban
    ya no me manden textos
    no me texteen más
    no quiero más textos
    no quiero sus mensajes
    dejen de molestarme
    deje de mandar mensajes
    basta de textos
    basta de mensajes
    suspendan los mensajes
    suspender mensajes
    cancelar mensajes
    cancelar suscripción
    quítenme de su lista
    sáquenme de esta lista
    elimínenme de la lista
    borren mi número
    quiten mi número
    déjenme en paz
    no me contacten
    no más textos por favor
    dar de baja
    baja por favor
  `,
  'stop?': `
    this is harassment, stop
    Stop I moved to Texas
    never mind, not for me
    you texted the wrong person
    im good thanks not interested
    who is this and how did you get my number
    spam
    No longer want to be on your list
    not my number
    Sorry, you've got the wrong guy
    why are you texting me
    I never gave you my number
    no thanks
    not interested
    wrong number
    you have the wrong number
    this is not Maria's phone
    who gave you this number
    I did not sign up for this
    I never agreed to this
    stop the madness
    stop running?
    i want to stop
    i am done
    im out
    enough
    go away
    get lost
    buzz off
    beat it
    knock it off
    cut it out
    make it stop
    you're blocked
    blocking this number
    reporting this as spam
    this is spam
    pause texts
    mute
    🛑
    please 🛑
    no 🛑
    número equivocado
    no gracias
    no me interesa
    ya no quiero
    fuera
    ya no
    yo no pedí esto
  `,
  stays: `
    cancel my spot in the clinic event?
    please cancel the 10am
    Could I stop by Friday for a brace
    what time can I stop in
    do I remove my orthotics at night
    is it ok to remove the KT tape
    my doctor said quit running
    I quit running 2 months ago
    when does the series end
    does the program end in June
    my insurance was cancelled
    race was canceled
    the race ended early
    I want to end strong
    how do I stop my knee from buckling in
    my knee pain stops after mile 2
    pain stopped
    stop hurting already lol
    stretching made it stop
    I had to stop and walk
    had my stitches removed yesterday
    can they remove the screws
    thanks for the message
    i got your text
    does insurance cover it
    no pain today
    no problem
    no more running for me this week
    i am done with PT
    im done with my run
    take me off the schedule for Friday
    opt out of surgery?
    basta una vez al día?
    ¿puedo pasar por la oficina?
    ya no puedo correr
    no quiero operarme
    paro de correr si duele?
    cancelé la carrera
    quiero dejar de correr un tiempo
    me quitaron los puntos
    what if I can't stop by today
    lost my job
    out of town friday
    mute swan lol
    end of text
    stop in tomorrow around 2?
    cancel my Tuesday visit, my kid is sick
    remove my wrap before bed?
    I don't want to stop running
    I don't want to miss these texts
    does it ever stop hurting
    quit the track team in 2019
    I need to cancel
    sorry I have to cancel tomorrow
    where do I stop for parking
    the bus stops at your office?
    I want to get off pain meds
    take it off when sleeping?
    end stage arthritis in my knee
    no more knee trouble
    I like your texts
    I don't need surgery right?
    please text me the address
    can you message my wife instead
    basta descansar dos días?
    ¿paro si me duele?
    cancelaron mi carrera
    quiero cancelar la consulta del martes
    me pueden quitar el yeso
    cancel my appointment
    Please cancel my appointment
    cancel my appointment tomorrow at 3
    Cancel appointment
    cancel my visit on Monday
    can you cancel my 3pm
    cancel my 3 pm please
    Cancel Thursday's appointment
    I need to cancel and rebook
    cancel the MRI
    Cancel my physical therapy session
    cancel my PT session on Friday
    cancel my consult
    cancel my callback, I got help
    cancel my booking request
    cancel the call
    cancel my order of insoles
    cancel my race or run it?
    cancel and reschedule my visit please
    stop by the office?
    Stop by tomorrow?
    can I stop by the office today
    may I stop by after work
    stop in for an x-ray?
    Stop in at the north office today?
    stop over at 4?
    is it ok to stop by
    stop at the clinic on my way home?
    I will stop at your office at noon
    stop off at the pharmacy first?
    Stopped by yesterday, thanks
    stopping by at noon
    stopped at mile 3
    remove my stitches
    Remove my stitches?
    when can you remove my stitches
    remove the brace at night?
    Remove tape after 3 days?
    remove my boot
    remove staples this week?
    remove my shoes for the xray?
    remove bandage before running?
    remove the cast when
    can I remove the tape
    quit smoking, that helped
    Quit smoking helps the back?
    quit running for a week, feels ok
    quit my gym
    quit coffee last month
    i quit my job
    End of the month works
    end my runs with a walk?
    End each run with stretches?
    end on a high note
    end the week with a long run?
    the end was hard
    stop and go traffic hurts my back
    stop-and-go driving is bad for me
    stop when it hurts?
    stop if it hurts, right?
    Stop stretching if it hurts?
    stop running when it hurts or keep going?
    stop heat after 20 minutes?
    stop icing after 20 min?
    should I stop running
    how do I stop the cramps
    how to stop cramps?
    what stops the pain
    will ice stop the swelling
    the pain won't stop
    my back won't stop hurting
    can't stop coughing when I run
    nonstop pain
    never stopped running
    non stop from 5k to marathon
    bus stop is far
    pit stop at mile 4
    stop sign on Main hurt my knees
    stopwatch says 24:10
    do not stop the tips
    please dont stop
    don't quit
    never quit
    I'd like to cancel my appt tomorrow
    I have to cancel our visit
    unable to come, cancel my visit
    halt at the light is when it hurts
    drop in on Friday?
    drop me a line
    take off my shoes?
    take me off the waitlist for Friday's visit
    days off?
    take Monday off?
    turn off the heat pad after 20 min?
    no more pain
    no more back pain, thank you
    no more than 3 miles
    enough sleep helps
    is 10 minutes enough
    I don't want surgery
    don't want to run
    i dont want to miss it
    lost my number tag at the race
    delete one run a week?
    end up walking
    basta con 10 minutos
    ¿basta con 10 minutos?
    basta con estirar una vez?
    basta caminar media hora?
    basta un día de descanso?
    para correr mejor
    para cuándo es la cita
    para el dolor, ¿hielo?
    alto volumen de km
    alto rendimiento
    cancelar mi cita
    Cancelen mi cita por favor
    quiero cancelar mi cita
    cancela mi cita del lunes
    quitar los puntos
    ¿cuándo me quitan los puntos?
    paré en la clínica
    pararme duele
    ¿puedo parar en la oficina?
    no puedo parar de toser
    salir a correr
    baja intensidad hoy
    baja mi dolor con hielo
    terminar la carrera
    fin de semana
    parada de autobús
    no quiero cirugía
    ya no me duele
    dejé de correr
    dejar de correr?
    detener el dolor
    no más dolor
    eliminar el azúcar ayuda?
    suspender los estiramientos si duele?
  `,
};
