"""English words and names that could be read as pinyin: Women is not 我们, Change not 嫦娥, Dean not 的案.

In small letters; what press English writes with a capital, at the head of a sentence, in a title or as a name.
"""

from __future__ import annotations

ENGLISH = frozenset(
    """
    abide abuse academia ace acute adequate age agenda aide aiming alan alice alien alike alone along alongside
    america american amuse ana analogue angela anger angle anime anna anne annie ante anticipate antique anyone
    apiece area arena arise arisen asean asia asian ate awaiting awake awaken aware bali banana banning bare base
    baseline beige bending bianca biden bike bile binding biting boating bohemia bone boxing buying cabin cache cage
    cake came canada canadian candidate cane canoe canteen care career case catalan cease ceo chance change changer
    channeling chanting chase cheese chemo chile chime china chine chinese chute cinema cite citing congo cuba cuban
    cuisine cure cute damage dana dance dane danger daniela dante dare data database date dating dealing dean debate
    decade decaying decide deciding dedicate dedicating deepen deer defence defending defense delegate delete
    delicate demanding denise denote dense denying depending depose depositing desire detailing dialing dialogue
    diana dice dilute dining dire disease dubai due duke duncan dune ease eating eden educate educating eileen elena
    eliminate eliminating elisa elise elite emilie ending endurance endure engage enhance ensue ensure entire erase
    erie erode fabio face facilitate facilitating fade fake fame fare fatigue fence foe footage fume fuse future gale
    galileo game gaming gate gaza gaze gene generate generating genre guarantee guatemala guiana guidance guide
    guiding guinea guise hague haiti hate haze heading healing heating helena helene hence heritage house hue huge
    human humane hunting julia juliana julie keen keeping kenya lace lake lame lance landing lane language lanka late
    latitude league leaning lease lebanese legalize leisure lena lending leo leone lie like lima lime limiting limo
    linda line linen liner linger lining linkage lisa loading loan locale locate locating logan lone longer longtime
    loose loosen lore lose luca lucia lure machine made madeleine madeline magazine mailing maize make malaga male
    mali manage mandate mane manga mango manila manipulate manning manure mao-era mare maria marian marianne marie
    marina marinade marine mario maritime mate mature maximize maya mean meaning meantime measure median mediate
    medicare medicine meeting melee memo mending menu mere meta miami michigan mike milan milano mile mileage militia
    mine minimize mining minute mitigate mixing mobile mobilize mode modeling module mole monica more mule muse mute
    nadia name naming naomi nasa natalie nature nice nigeria nigerian nile nina nine nineteen nuance nude ocean oman
    one open opener orange ore osaka outage outing oxide pace page palace pale panama pancake panda pane parisian
    patience patio paying pie piece pier pierre pile piling pine pioneer piping pole police policeman polite
    politician pose positioning pure quarantine quasi queen quota quote range ranger reading realize rebate recite
    reduce refuge refugee refuse regulate regulating relate relating relaxing release relocate relocating remade
    remaining remake remote rename renting repose reside residence resilience resume retaining retire rica rio route
    routine rue rule ruling running sage sailing sake sale salience same samoa sana sane sasha saying sea sealing
    seating secure see seeming senate sending senile sense sequence serena serene sewage shade shake shale shame
    shaping share sharia shine shining sicilia side sideline siege siena silence silver simone simulate sine site
    situate size sudan suite sunshine sure susanna suzanne tale taliban taming tangle tango tanya tanzania taxi tea
    teaming teen tenure teresa tide tie tier tile time timeline timing tina tire tonga tuna tune tuning tunisia wage
    waiting wake wane warehouse wenger woe woken woman women wooden wore yale yemen yoga yuma yuri
    """.split()
)
