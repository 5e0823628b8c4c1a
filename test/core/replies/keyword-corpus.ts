/**
 * What people text, and what it means. One phrase a line under its label; `stop?` is a stop with a doubt (suppressed,
 * and staff read it), `+stop` an urgent text that also opts out. A phrase that was once misread belongs here.
 */
export const corpus: Record<string, string> = {
  crisis: `
    I want to kill myself
    im going to kill my self
    i want to die
    I just wanna die
    I don't want to live anymore
    I don’t want to be here anymore
    thinking about ending my life
    I'm going to end it all
    feeling suicidal
    suicde is all i think about
    I wish I was dead
    everyone would be better off dead without me, i mean me
    I feel like hurting myself
    no reason to live with this pain
    life is not worth living
    I can't go on like this
    I can’t do this, going to take all my pills
    my leg is weak and I want to die
    self-harm
    quiero morir
    Ya no quiero vivir
    quiero matarme
    pienso en el suicidio
    me quiero morir
    voy a quitarme la vida
    tengo ganas de morirme
    i wanna end my life
    some days i just want to end it
    i dont see a point in living anymore
    i have thoughts of harming myself
    I'd rather be dead than live with this back
    ive been cutting myself again
    nobody would care if i was dead
    no tengo ganas de vivir
    please i dont want to be alive
  `,
  'crisis+stop': `
    STOP. I want to die.
    stop texting me i want to kill myself
  `,
  emergency: `
    I can't pee
    cant pee since last night
    I cannot urinate
    Can not pee!!
    i cnt pee
    unable to urinate
    haven't peed all day
    trouble peeing since yesterday
    hard to pee
    i can barely pee
    I can't stop peeing
    can't feel when I pee
    lost control of my bowels
    lost controll of my blader
    loss of bladder control
    lost bowel control
    no control over my bladder
    I have no bladder control
    I have new bladder problems
    can't hold my pee
    cant control my poop
    bowel accident today
    incontinence
    incontinance
    im incontinent now
    I wet myself
    peed my pants this morning
    leaking urine
    no I can't pee
    numb between my legs
    numbness in my groin
    numness in the groin
    my groin is numb
    tingling between my legs
    no feeling in my genitals
    private parts are numb
    my butt feels numb
    saddle numbness
    saddle anesthesia
    pins and needles in my crotch
    numb down there
    can't feel where i wipe
    my leg gave out
    my leg keeps giving out
    leg buckled on the stairs
    knee gave way
    cant move my foot
    can't lift my foot
    foot drop
    I have a drop foot
    my foot drags
    dragging my left leg
    my foot is slapping the ground
    my leg is getting weaker
    leg weakness
    leg weekness
    weakness in my right leg
    my legs feel weak
    leg is week
    both legs are numb
    can't feel my legs
    cant feel my left leg
    no strength in my leg
    I can't walk
    I cant stand up
    im paralyzed
    i have a fever and my back hurts
    fever with back pain
    running a fever
    feaver and bad back pain
    temp of 102 and back pain
    chills and my back is killing me
    fell off ladder and my back
    Fell off a ladder. My back hurts.
    fell off my bike
    I fell down the stairs
    had a bad fall
    took a nasty fall on the trail
    got hit by a car
    I was in a car accident
    crashed my bike
    bike crash yesterday
    slipped on ice and hurt my back
    my back hurts since I fell
    i fell hard
    I fell
    tripped and landed on my tailbone, it hurts
    chest pain
    my chest hurts
    pain in my chest when I run
    can't breathe
    cant breath
    trouble breathing
    I think im having a heart attack
    passed out after my run
    should I call 911?
    911
    this is an emergency
    No puedo orinar
    no puedo hacer pipí
    no puedo controlar la vejiga
    perdí el control de la vejiga
    perdi el control del intestino
    no aguanto la orina
    se me sale la orina
    incontinencia
    me oriné encima
    tengo problemas para orinar
    entumecimiento entre las piernas
    tengo la ingle dormida
    no siento la entrepierna
    adormecimiento en los genitales
    no puedo mover el pie
    no puedo mover la pierna
    tengo la pierna débil
    debilidad en las piernas
    se me dobló la pierna
    mi pierna no responde
    no siento las piernas
    no puedo caminar
    pie caído
    fiebre y dolor de espalda
    tengo calentura y me duele la espalda
    me caí de la escalera
    tuve un accidente de carro
    me atropelló un carro
    tuve una caída fuerte
    me duele el pecho
    no puedo respirar
    I thought it was nothing but since last night I can't feel my right leg and I don't know what to do
    Hi, thanks for the tips. Quick question: is it normal that I have trouble urinating since Monday?
    my bladder wont empty
    my blader is not working
    i keep having accidents, pee just comes out
    I pooped my pants on a run and couldnt feel it
    the area between my legs has gone numb
    my inner thighs are numb and tingly
    my right leg just collapsed
    can't raise my toes on left foot
    left foot keeps catching and dragging
    I keep tripping over my left foot
    my legs are giving out on me
    My foot won't lift
    leg feels heavy and weak
    my leg went numb and I can't lift it
    fever 101.5 and spine pain
    I got a fever of 103
    was thrown from my horse
    slid on ice, landed on my back
    car hit me while running
    tumbled down a hill and now my spine hurts
    I got rear-ended yesterday
    i dont have control of my bowels
    can't tell when I need to pee
    bowels not working
    incontenence
    short of breath on hills
    I cant move
    me cuesta orinar
    no puedo hacer del baño
    no controlo mis intestinos
    me fallan las piernas
    mi pierna se dobla
    se me duermen los genitales
    me golpeó un coche
    tengo fiebre
  `,
  'emergency+stop': `
    STOP I can't pee
    stop texting me, I can't move my leg
    my leg gave out. stop
    unsubscribe. I have lost control of my bladder
    ALTO no puedo orinar
  `,
  stop: `
    STOP
    stop
    Stop.
    Stop!!
    "STOP"
    'stop'
    “Stop”
    *STOP*
    (stop)
    S T O P
    S.T.O.P.
    ＳＴＯＰ
    𝐒𝐓𝐎𝐏
    STOP 🛑
    🙏 stop
    st​op
    stooop
    STOPPPP
    stpo
    sotp
    stopp
    st0p
    STOP STOP STOP
    stopall
    STOP ALL
    stop all.
    quit
    END
    end.
    Revoke
    opt out
    opt-out
    OPTOUT
    Opt.out
    cancel
    cancle
    unsubscribe
    unsuscribe
    unsubcribe
    Unsubscribed
    un-subscribe
    unsubscirbe
    unsub
    ARRET
    Arrêt
    REMOVE
    TD
    please stop
    pls stop
    stop please
    Stop thank you
    stop now
    stop it
    ok stop
    no stop
    yes stop
    YES, STOP
    hi please stop thanks
    please stop texting me
    stop texting
    stop texting me!!!
    quit texting me
    stop sending me messages
    Stop messaging
    stop mesaging me
    STOP these texts
    please stop all messages
    could you please stop sending these
    can you stop texting me
    why won't you stop texting me
    you don't stop texting me
    I said stop
    I told you to stop
    I want you to stop
    i asked you to stop texting
    I told you guys to stop already
    take me off your list
    take me off this list please
    please remove me
    remove me from your list
    remove my number
    delete my number
    get me off this
    opt me out
    please opt me out
    I want to opt out
    how do I opt out
    how do i unsubscribe?
    no more texts
    no more
    no more messages please
    don't text me
    do not text me again
    dont contact me anymore
    don't send me any more messages
    I don't want these texts
    i do not want to receive messages
    I don't want to hear from you
    leave me alone
    lose my number
    I revoke my consent
    i withdraw my consent
    cancel my subscription
    end these texts
    unsubscribe me please
    Who is this? Stop.
    Not for me, sorry. STOP
    Stop. My back is fine now.
    stoptexting
    STOP
Sent from my iPhone
    alto
    ALTO!
    parar
    pare
    para
    basta
    ya basta
    basta ya
    cancelar
    Cancelar por favor
    baja
    no más mensajes
    no mas
    no me manden más mensajes
    no me envíe textos
    no quiero recibir mensajes
    ya no quiero más mensajes
    dejen de mandarme mensajes
    déjame en paz
    quíteme de la lista
    quiero darme de baja
    bórrenme
    pls stop txting me
    Please take my number off
    stop spamming me
    I want to be removed from this list
    I want off this list
    cancel texts
    end all
    enough already
    deja de escribirme
    no me escriban
    no envíen más mensajes
    ya no quiero recibir esto
    cancelen mi suscripción
    eliminar mi numero
    stop/quit
    I don't wish to receive these messages
    never contact me again
    stop w the texts
  `,
  'stop?': `
    wrong number
    Wrong number, this is Bob
    this is not my number anymore
    you have the wrong person
    I never signed up for this
    i didn't subscribe
    not interested
    no thanks
    No thank you
    go away
    fuck off
    STOP running?
    Should I rest? Stop? Keep going?
    I want to stop
    I want this to stop
    i quit
    enough
    pause
    don't call me
    make it stop
    🛑
    🛑🛑
    número equivocado
    no gracias
    no me interesa
    nunca me inscribí
    you have the wrong number
    this isn't Jenny
    who gave you my number
    i'm no longer interested
    cancel culture
  `,
  help: `
    HELP
    help
    Help!
    help?
    "Help"
    help me
    help please
    I need help
    INFO
    info please
    AYUDA
    ayuda por favor
    Información
    who is this?
    ＨＥＬＰ
  `,
  start: `
    START
    start.
    Unstop
    sign me up
    sign me up again
    Please sign me up again
    resubscribe
    subscribe
    opt in
    opt me back in
    start texting me again
    Restart
    empezar
    inscribirme
    suscribirme
  `,
  yes: `
    YES
    yes
    Y
    y.
    Yes!
    "YES"
    yes please
    Yes, please!
    yes thanks
    yes yes
    yeah
    yep
    I agree
    yes i agree
    ok yes
    SI
    sí
    SÍ
    Sí por favor
    sí, gracias
    acepto
  `,
  tips: `
    TIPS
    tips
    Tip
    "TIPS"
    tips please
    Tips!
    TIPS 👍
    send me tips
    more tips please
    consejos
    consejos por favor
  `,
  better: `
    1
    1.
    1️⃣
    better
    Better!
    much better
    feeling better
    I feel better, thanks
    mejor
    mucho mejor
  `,
  same: `
    2
    2)
    same
    the same
    about the same
    no change
    no better
    igual
    sigo igual
  `,
  worse: `
    3
    #3
    worse
    WORSE
    a bit worse
    I feel worse
    getting worse
    peor
    me siento peor
  `,
  seen: `
    I have been seen
    I've been seen
    i have already been seen
    seen
    been seen
    I was seen by a doctor
    I saw the doctor
    I saw a spine doctor yesterday
    I have been seen by Dr. Lee
    ya me vio el doctor
    Ya me vieron
    I have seen the doctor
    i saw my doctor last week
  `,
  other: `
    can't stop running
    I can't stop running, thanks!
    I stopped running last week
    should I stop when it hurts?
    when should i stop
    does the pain stop?
    will the pain ever stop
    do I have to stop running
    I had to stop at mile 3
    I stop when it hurts
    my doctor told me to stop running
    My doctor told me to stop
    the doc said to stop for a week
    I want this pain to stop
    don't stop
    please don't stop the tips
    the bus stop hill is hard
    pit stop at mile 6
    nonstop
    it is the end of my run
    the end of my run
    End of the month works for me
    the end was hard
    I quit smoking
    I ended up walking
    weekend
    I need to cancel my visit on Monday
    can I remove the brace
    start running again?
    when can I start
    yes but I have a question
    no
    ok
    OK thanks
    👍
    thanks
    thank you so much
    can I swim instead?
    my back is killing me
    this hill is going to kill me
    that workout killed me
    this heat is murder
    we ran suicides at practice
    suicide sprints today
    ran 10 kms
    I hurt myself running
    shot myself in the foot with that pace
    I thought I was going to die on that hill
    weak coffee
    my coffee is weak
    my knees feel weak at the joke
    weak signal here
    numb from cold
    my fingers are numb from the cold
    feet numb from the cold
    what is your number
    had a fever last year
    hay fever season
    marathon fever!
    I crashed on the couch
    I fell asleep
    fell in love with trail running
    fell off the wagon with stretching
    I fell behind on the plan
    running in the fall
    fall marathon training
    crash course in yoga please
    no fever
    I don't have a fever
    no numbness between my legs
    no bladder problems
    no leg weakness
    can I walk in on Friday?
    I can't walk in before 4
    can't stand the treadmill
    I can't stand it when it rains
    my legs are tired
    dead legs after the long run
    legs feel great this week
    pain down my leg
    tingling in my toes
    my back hurts
    my chest press is up 10 pounds
    swimming stroke tips for my back?
    slipped disc two years ago
    my control group of friends runs too
    bathroom break at mile 5
    I have not been seen
    when will I be seen
    I have been seen but still hurt
    I want to be seen
    I saw your tips
    not worse
    is it better to ice or heat?
    1 mile
    2 miles today
    see you at 3
    yes my leg is better
    tips for hamstrings when swimming
    para mi espalda que ejercicio es mejor
    alto dolor de espalda
    no puedo parar de correr
    paré de correr ayer
    fiebre del heno
    me caigo de sueño
    me duele la espalda
    este año corro más
    hola
    a
    .
    ?
    ...
    how do I stop the pain
    cant stop wont stop
    I never stop running
    Never stop!
    The end is near lol, 2 miles to go
    the stop sign on Main
    stop light on my route
    I got your message
    text me tomorrow
    please call me
    Thanks for the texts
    my race got cancelled
    my camelbak bladder is leaking
    bike saddle height?
    tight groin
    can't feel my face it's cold
    temperature outside was 101
    I passed out water at the race
    foot drop 8mm?
    I gave my leg a rest
    weak core, how to fix?
    my kid has a fever, can I reschedule
    this race will be the death of me
    I cut my run short
    Im dying to get back to running
    cant move my appointment
    I can't wait to run
    my back problems started after my accident in 2015
    cuando puedo parar
    hace frio, dedos dormidos
    no tengo fiebre
  `,
};

/** The table as rows; a phrase of several lines continues on a line without indent. */
export const rows: ReadonlyArray<readonly [label: string, phrase: string]> = Object.entries(corpus).flatMap(
  ([label, table]) =>
    table
      .trim()
      .split(/\n {4}/)
      .map((phrase) => [label, phrase.trim()] as const),
);
